/** Shell scripts that Hone runs inside a sandbox, so that a link planted there leads nowhere else. */

/** Positional: pairs of size and path; contents on standard input, one after the other. */
export const writeScript = `
while [ $# -gt 0 ]; do
  case $2 in */*) mkdir -p -- "./\${2%/*}" || exit 1 ;; esac
  if [ -L "./$2" ] || [ "$1" = - ]; then rm -rf -- "./$2" || exit 1; fi
  if [ "$1" != - ]; then head -c "$1" > "./$2" || exit 1; fi
  shift 2
done
`;

/** Positional: path, bytes. Status 44: no such ordinary file. */
export const readScript = 'if [ -f "./$1" ]; then exec head -c "$2" -- "./$1"; fi; exit 44';

/** Of the git directory given, never of one the tenant may have written. */
export const diffScript = `
set -e
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
mkdir "$scratch/objects"
cp -p -- "$GIT_DIR/index" "$scratch/index"
export GIT_INDEX_FILE="$scratch/index" GIT_OBJECT_DIRECTORY="$scratch/objects"
export GIT_ALTERNATE_OBJECT_DIRECTORIES="$GIT_DIR/objects"
git -c core.compression=0 -c core.fsmonitor=false -c core.hooksPath=/dev/null -c core.autocrlf=false -c core.excludesFile="$1" \\
  -c advice.addEmbeddedRepo=false add --all --ignore-errors -- . || true
git -c core.quotePath=true -c diff.external= diff --cached --binary --full-index --no-color --no-ext-diff --no-textconv \\
  --no-renames --src-prefix=a/ --dst-prefix=b/ HEAD --
`;
