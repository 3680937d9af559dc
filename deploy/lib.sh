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

# Installs what deploy/packages lists and this machine lacks.
install_packages() {
  local wanted missing
  wanted=$(sed 's/#.*//' deploy/packages)
  # shellcheck disable=SC2086
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
