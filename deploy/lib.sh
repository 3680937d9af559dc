# What deploy/run and deploy/test share. Sourced, with the checkout as the working folder.

say() { printf '\n== %s\n' "$*"; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else
    echo "this step needs root or sudo: $*" >&2
    return 1
  fi
}

# Where the commands cannot do their work they say so in one sentence, before anything is changed.
require_supported() {
  local system wants="this needs a checkout by git of one's own on Debian 12 or 13"
  system=$(. "${OS_RELEASE:-/etc/os-release}" 2>/dev/null && echo "${ID:-} ${VERSION_ID:-}") || system=
  if [ "$system" != "debian 12" ] && [ "$system" != "debian 13" ]; then
    echo "$wants, and this system is ${system:-unknown}" >&2
  elif [ ! -e .git ]; then
    echo "$wants, and $PWD is none" >&2
  elif command -v git >/dev/null && ! git ls-files --error-unmatch CMakeLists.txt >/dev/null 2>&1; then
    echo "$wants, and git does not take $PWD for one" >&2
  elif [ ! -w . ]; then
    echo "$wants, and $PWD is not to be written by $(id -un)" >&2
  else
    return 0
  fi
  return 1
}

# What clang-format and clang-tidy say differs from one to the next: they are asked on Debian 12.
has_clang_tools_of_12() { clang-format --version | grep -q ' version 14[.]'; }

# install_packages LIST...: what those files in deploy/packages name and this machine lacks.
install_packages() {
  local wanted missing list
  wanted=$(for list in "$@"; do sed 's/#.*//' "deploy/packages/$list"; done)
  missing=$(comm -23 <(printf '%s\n' $wanted | sort) \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | awk '$1 == "installed" {print $2}' | sort))
  if [ -z "$missing" ]; then
    echo "every package is there"
    return
  fi
  echo "installing:" $missing
  as_root apt-get update -qq
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# build PRESET [TARGET...]
build() {
  local preset=$1
  shift
  local said
  said=$(cmake --preset "$preset" 2>&1) || {
    echo "$said"
    return 1
  }
  cmake --build --preset "$preset" ${1:+--target "$@"} 
}
