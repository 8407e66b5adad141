# Completion of rapport for bash. What may stand at the cursor, the program itself says.
_rapport() {
  local answer how part
  mapfile -t answer < <(rapport completion bash -- "${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)
  how=${answer[0]} part=${answer[1]}
  COMPREPLY=("${answer[@]:2}")
  case $how in
    unfinished) compopt -o nospace 2>/dev/null ;;
    files) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$part") ;;
    directories) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$part") ;;
  esac
}
complete -F _rapport rapport
