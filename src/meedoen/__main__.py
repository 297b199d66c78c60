"""`python -m meedoen`: the command line."""

from meedoen.config.cli import main

if __name__ == "__main__":
    main()
