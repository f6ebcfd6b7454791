#!/usr/bin/env bash
# Both commands in a new Debian root, where nothing that this machine happens to have can help.
#   ./dev test fresh [--suite bookworm|trixie] [--keep]
# What is carried in at run time: this machine's own Debian sources, client settings and CA certificates, the last commit,
# and the test vectors if they lie beside the project. Needs root, debootstrap and about 6 GB below build/.
#   1. a user with sudo, nothing set up: ./dev test
#   2. root, in a copy without build/: ./dev run, the page is fetched, SIGTERM ends it
#   3. the same again with no network but loopback: a second start is quick and keeps the data
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
here=$PWD
suite=bookworm keep= port=18443
while [ $# -gt 0 ]; do
  case "$1" in
    --suite) suite=${2:?--suite needs a name}; shift 2 ;;
    --keep) keep=1; shift ;;
    *) echo "fresh: unknown option $1" >&2; exit 2 ;;
  esac
done
[ "$(id -u)" = 0 ] || { echo "fresh: needs root (debootstrap, chroot)" >&2; exit 1; }
command -v debootstrap >/dev/null || apt-get install -y -qq --no-install-recommends debootstrap >&2
say() { printf '\033[1m== fresh:\033[0m %s\n' "$*" >&2; }

root=$here/build/fresh-$suite
rm -rf "$root"; mkdir -p "$root"
cleanup() { [ -n "$keep" ] || rm -rf "$root"; }
trap cleanup EXIT

# repository, release, component of each Debian source of this machine, moved to the wanted suite
own=$(. /etc/os-release && echo "$VERSION_CODENAME")
sources=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT) $(ORIGIN)' 'Created-By: Packages' |
  awk -v own="$own" -v want="$suite" '$4 == "Debian" { sub(own, want, $2); print "deb", $1, $2, $3 }' | awk '!seen[$0]++')
[ -n "$sources" ] || { echo "fresh: this machine has no Debian sources (apt-get update first)" >&2; exit 1; }
mirror=$(awk -v s="$suite" '$3 == s { print $2; exit }' <<<"$sources")

say "making a $suite root"
debootstrap --variant=minbase --include=ca-certificates,git,sudo "$suite" "$root" "$mirror" >"$root.log" 2>&1 ||
  { tail -n 20 "$root.log" >&2; exit 1; }
printf '%s\n' "$sources" >"$root/etc/apt/sources.list"
for f in $(grep -lsiE 'proxy|cainfo|verify-peer' /etc/apt/apt.conf /etc/apt/apt.conf.d/* || true); do cp "$f" "$root/etc/apt/apt.conf.d/"; done
cp -rT /etc/apt/auth.conf.d "$root/etc/apt/auth.conf.d" 2>/dev/null || true
for f in /etc/resolv.conf /etc/hosts; do cp -L "$f" "$root$f"; done
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
npmrc=$(mktemp); { cat "$(npm config get userconfig)" "$(npm config get globalconfig)" 2>/dev/null || true; } >"$npmrc"

chroot "$root" useradd -m -s /bin/bash worker
echo 'worker ALL=(ALL) NOPASSWD: ALL' >"$root/etc/sudoers.d/worker"
for home in root home/worker; do install -m 644 "$npmrc" "$root/$home/.npmrc"; done
rm -f "$npmrc"
git clone -q "$here" "$root/home/worker/bredvid"
vectors=${BREDVID_VECTORS:-$here/../shared/vectors}
if [ -d "$vectors" ]; then mkdir -p "$root/home/worker/shared" && cp -r "$vectors" "$root/home/worker/shared/vectors"; fi
chroot "$root" chown -R worker: /home/worker

# in_root USER FOLDER [--offline] COMMAND: its own mounts and processes; offline leaves only loopback
in_root() {
  local user=$1 folder=$2 net=; shift 2
  if [ "$1" = --offline ]; then net=--net; shift; fi
  unshare --mount --pid --fork --kill-child $net bash -c '
    set -e
    root=$1 user=$2 folder=$3; shift 3
    mount -t proc proc "$root/proc"; mount --rbind /dev "$root/dev"; mount --rbind /sys "$root/sys"
    ip link set lo up 2>/dev/null || true
    exec chroot "$root" /usr/bin/env -i HOME="$([ "$user" = root ] && echo /root || echo /home/$user)" TERM=dumb LANG=C.UTF-8 \
      PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
      DEBIAN_FRONTEND=noninteractive setpriv --reuid "$user" --regid "$user" --init-groups bash -c "cd \"$folder\" || exit 1; $*"
  ' _ "$root" "$user" "$folder" "$@"
}

# starts ./dev run, waits for the page, ends it as a service manager would, and wants exit code 0
run_once='
  ./dev run --port '$port' >/tmp/run.log 2>&1 & server=$!
  for _ in $(seq 1800); do
    grep -q "^Ready" /tmp/run.log && break
    kill -0 $server 2>/dev/null || { tail -n 30 /tmp/run.log; exit 1; }
    sleep 1
  done
  PATH=$PWD/build/tools/node/bin:$PATH
  NODE_TLS_REJECT_UNAUTHORIZED=0 node --no-warnings -e "fetch(\"https://localhost:'$port'/\").then(async r => { const t = await r.text(); if (r.status !== 200 || !t.includes(\"<html\")) process.exit(1); })"
  fetched=$?
  kill -TERM $server; wait $server; ended=$?
  tail -n 25 /tmp/run.log
  [ $fetched = 0 ] && [ $ended = 0 ]'

timed() { local began=$SECONDS; "$@"; say "that took $((SECONDS - began)) s"; }

say "1. ./dev test as a user with sudo"
timed in_root worker /home/worker/bredvid './dev test'
say "2. ./dev run as root from a clone of its own"
git clone -q "$here" "$root/srv/bredvid"
timed in_root root /srv/bredvid "$run_once"
say "3. ./dev run again, without a network"
timed in_root root /srv/bredvid --offline "$run_once"
say "all three passed on $suite"
