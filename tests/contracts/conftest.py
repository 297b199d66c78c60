"""DUO's files for the tests of the contract, and how much was held beside them."""

from collections.abc import Callable, Iterator

import pytest
from tests.contracts.duo_files import DuoFiles, found

# The name under which a test reports how many exchanges it held beside DUO's files; none: skipped.
PROPERTY = "duo_files"


@pytest.fixture
def duo_files(record_property: Callable[[str, object], None]) -> Iterator[DuoFiles]:
    folder = found()
    if folder is None:
        record_property(PROPERTY, None)
        pytest.skip("DUO's own files are not here")
    files = DuoFiles(folder)
    yield files
    record_property(PROPERTY, files.checked)
