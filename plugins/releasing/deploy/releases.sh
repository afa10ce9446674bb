# coalition-site: tells which releases are in the folder $1, each with its record but for the facts, and which one visitors see.
cd "$1" 2>/dev/null || exit 0
for one in releases/[0-9]*Z-????????; do
  [ ! -d "$one" ] || printf 'coalition-site: release %s %s\n' "${one#releases/}" "$(sed 's/, "facts": .*/}/' "$one.record" 2>/dev/null)"
done
printf 'coalition-site: current %s\n' "$(readlink current)"
