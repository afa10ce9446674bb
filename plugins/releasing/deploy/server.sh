# coalition-site: runs where the site is served, as long as somebody uploads; says one step a line, waits for "switch".
# When the connection breaks, `read` ends, everything unfinished is removed, and `current` is as it was.
#
#   .publishing           a link that leads nowhere: its text says who is uploading
#   releases/<id>.part    the site being uploaded
#   releases/<id>         whole sites, the newest by name last
#   releases/<id>.record  what changed with it, for whoever lists releases; of no use to visitors, and not theirs to read
#   current               a link to the one that visitors see
#
# $1 folder, $2 the sum of the site's SHA256SUMS, $3 who is uploading, $4 how many releases to keep,
# $5 a release that is there already, to be shown again: then nothing is uploaded
umask 022
CDPATH=
sum=$2 mine="$$@$(uname -n) $3" keep=$4 again=$5 id=

say() { printf 'coalition-site: %s\n' "$*"; }
refuse() { say "refused $*"; exit 1; }
sums() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
whole() { # whether a release holds the files of its manifest, and no others
  (cd "$1" && sums -c SHA256SUMS) >/dev/null 2>&1 &&
    [ "$(find "$1" -type f | wc -l)" -eq "$(($(wc -l <"$1/SHA256SUMS") + 1))" ]
}

alive() { # whether the upload that holds the lock still runs; of another machine nobody can tell from here
  process=${1%%@*} machine=${1#*@}
  [ "${machine%% *}" = "$(uname -n)" ] || return 0
  { tr '\0' ' ' <"/proc/$process/cmdline" || ps -ww -p "$process" -o args=; } 2>/dev/null | grep -q 'coalition-site: runs'
}

leave() {
  rm -rf ".current.$$"
  [ -z "$id" ] || rm -rf "releases/$id.part"
  [ -z "$id" ] || [ "$(readlink current)" = "releases/$id" ] || rm -rf "releases/$id" "releases/$id.record"
  [ "$(readlink .publishing)" != "$mine" ] || rm -f .publishing
}

switch() { # to $1, in one step with GNU and busybox (-T) and BSD and macOS (-h); elsewhere `current` is missing for an instant
  ln -s "releases/$1" ".current.$$" || return 1
  mv -T ".current.$$" current 2>/dev/null || mv -h ".current.$$" current 2>/dev/null || ln -sfn "releases/$1" current
  [ "$(readlink current)" = "releases/$1" ]
}

hear() { # the record of the release, which may be empty, and the word to show it; another may hold the lock by then
  read -r record && read -r answer && [ "$answer" = switch ] || exit 1
  [ "$(readlink .publishing)" = "$mine" ] || refuse busy "$(readlink .publishing)"
}

words=$(mkdir -p "$1/releases" 2>&1) || refuse unwritable "$words"
cd "$1" || refuse unwritable
command -v sha256sum >/dev/null || command -v shasum >/dev/null || refuse without sha256sum
command -v readlink >/dev/null || refuse without readlink

if holder=$(readlink .publishing); then
  if alive "$holder"; then refuse busy "$holder"; fi
  rm -f .publishing
fi
trap leave EXIT
trap 'exit 1' HUP INT PIPE TERM
words=$(ln -s "$mine" .publishing 2>&1) || {
  holder=$(readlink .publishing) && refuse busy "$holder"
  refuse unwritable "$words"
}

before=$(readlink current)
case $before in
  releases/*) ;;
  *) if [ -n "$before" ] || [ -e current ]; then refuse occupied; fi ;;
esac
[ -d "$before" ] || before=
rm -rf releases/[0-9]*Z-????????.part .current.[0-9]*
for one in releases/[0-9]*Z-????????.record; do [ -d "${one%.record}" ] || rm -f "$one"; done
if [ -n "$again" ]; then
  [ -d "releases/$again" ] || refuse gone
  { [ "$(sums <"releases/$again/SHA256SUMS" | cut -c 1-8)" = "${again##*-}" ] && whole "releases/$again"; } || refuse worn
  say ready "$again" "${before#releases/}"
  hear && switch "$again" || refuse unwritable
  say switched
  exit
fi
if [ -n "$before" ] && [ "$(sums <"$before/SHA256SUMS" | cut -c 1-64)" = "$sum" ] && whole "$before"; then
  say same "${before#releases/}"
  exit
fi

now() { date -u +%Y%m%dT%H%M%SZ; }
while ls -d "releases/$(now)"* >/dev/null 2>&1; do sleep 1; done # so that names follow each other as releases did
id=$(now)-$(printf %.8s "$sum")
words=$(mkdir "releases/$id.part" 2>&1) || refuse unwritable "$words"
[ ! -f "$before.record" ] || say record "$(cat "$before.record")"
say ready "$id" "${before#releases/}"

hear
whole "releases/$id.part" || refuse damaged
words=$(mv "releases/$id.part" "releases/$id" 2>&1) || refuse unwritable "$words"
[ -z "$record" ] || (umask 077 && printf '%s\n' "$record" >"releases/$id.record") 2>/dev/null
switch "$id" || refuse unwritable
set -- releases/[0-9]*Z-????????
while [ $# -gt "$keep" ]; do
  [ "$1" = "releases/$id" ] || [ "$1" = "$before" ] || rm -rf "$1" "$1.record" # those two, even if the clock went back
  shift
done
say switched
