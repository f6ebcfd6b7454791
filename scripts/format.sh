#!/usr/bin/env bash
# clang-format over our C++: --write changes files, --check only says whether any would change.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mapfile -d '' files < <(git ls-files -z --cached --others --exclude-standard -- '*.h' '*.cpp')
case "${1:-}" in
  --write) clang-format-19 -i "${files[@]}" ;;
  --check) clang-format-19 --dry-run --Werror "${files[@]}" ;;
  *) echo "usage: scripts/format.sh --write|--check" >&2; exit 2 ;;
esac
