# One image; what it does is the command: serve, worker, migrate, demo. It runs as an ordinary user,
# needs no capabilities, and writes only in /tmp and, for the demo, in /data.
FROM python:3.13-slim AS build
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /source
COPY pyproject.toml uv.lock README.md LICENSE ./
COPY src src
ENV UV_PROJECT_ENVIRONMENT=/opt/meedoen UV_COMPILE_BYTECODE=1 UV_NO_PYTHON_DOWNLOADS=1
RUN uv sync --frozen --no-dev --no-editable \
    && /opt/meedoen/bin/python -c \
    "from meedoen.config.catalogues import compile_catalogues; compile_catalogues()"

FROM python:3.13-slim
# PostgreSQL of the demo asks for the name of the user that it runs as.
RUN useradd --system --uid 10001 --no-create-home meedoen && install -d -o 10001 -m 700 /data
COPY --from=build /opt/meedoen /opt/meedoen
ENV PATH=/opt/meedoen/bin:$PATH \
    MEEDOEN_DATA=/data \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
USER 10001
EXPOSE 8000
ENTRYPOINT ["python", "-P", "-m", "meedoen"]
CMD ["serve", "--host", "0.0.0.0"]
