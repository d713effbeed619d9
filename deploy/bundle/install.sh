#!/bin/sh
# Linux: sh install.sh [FOLDER]
cd "$(dirname "$0")" || exit 1
for python in ${PYTHON:-python3.11 python3.12 python3.13 python3}; do
  command -v "$python" >/dev/null 2>&1 && exec "$python" install.py "$@"
done
echo "Python 3.11 以上が見つかりません。/ No Python 3.11 or newer was found." >&2
exit 1
