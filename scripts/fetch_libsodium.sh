#!/bin/bash
# Unpacks Debian's libsodium source, with Debian's patches, to third_party/libsodium (git-ignored),
# for the WebAssembly build. Works as root or as a user, leaves /etc/apt alone and names no host:
# the deb-src entries are derived from the machine's own apt sources at run time.
# Does nothing when the source is there already (so it also works offline); --force fetches anew.
set -euo pipefail
cd "$(dirname "$0")/.."
dest=third_party/libsodium
if [ "${1:-}" != --force ] && [ -f "$dest/src/libsodium/include/sodium.h" ]; then
  exit 0
fi

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$tmp/parts" "$tmp/lists/partial" "$tmp/cache/archives/partial" "$tmp/source"

# deb822 files say "Types: deb"; one-line files start with "deb ". Disabled stanzas stay disabled.
for file in /etc/apt/sources.list.d/*.sources; do
  [ -f "$file" ] || continue
  sed -E 's/^Types:.*/Types: deb-src/' "$file" > "$tmp/parts/$(basename "$file")"
done
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
  [ -f "$file" ] || continue
  sed -nE 's/^deb(-src)?[[:space:]]+/deb-src /p' "$file" | awk '!seen[$0]++' > "$tmp/parts/$(basename "$file" .list)-src.list"
done
if ! grep -qs deb-src "$tmp"/parts/*; then
  echo "fetch_libsodium: this machine has no apt sources to take libsodium's source from" >&2
  exit 1
fi

options=(-o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$tmp/parts"
  -o Dir::State::lists="$tmp/lists" -o Dir::Cache="$tmp/cache" -o APT::Sandbox::User=root)
download() {
  apt-get "${options[@]}" -qq update &&
    (cd "$tmp/source" && apt-get "${options[@]}" -qq source --download-only libsodium)
}
echo "fetch_libsodium: fetching Debian's libsodium source"
if ! download; then
  # A mirror of the security suite may list a source that it does not carry; after the next point release the same
  # version is in the main suite.
  echo "fetch_libsodium: trying again without the security suite" >&2
  sed -i -E '/^deb-src .*-security/d; /^Suites:/s/[^ ]+-security//g' "$tmp"/parts/*
  for file in "$tmp"/parts/*.sources; do      # a stanza whose suites are all gone goes too
    [ -f "$file" ] || continue
    awk 'BEGIN { RS = ""; ORS = "\n\n" } !/(^|\n)Suites:[ \t]*(\n|$)/' "$file" > "$file.new" && mv "$file.new" "$file"
  done
  rm -rf "$tmp/lists" "$tmp/source"
  mkdir -p "$tmp/lists/partial" "$tmp/source"
  download
fi
# apt has checked the index's signature and these files' hashes, so the .dsc's own signer adds nothing
mkdir -p third_party
rm -rf "$dest.new"
dpkg-source --no-check -x "$tmp"/source/libsodium_*.dsc "$dest.new" > /dev/null
rm -rf "$dest"
mv "$dest.new" "$dest"
echo "fetch_libsodium: unpacked to $dest"
