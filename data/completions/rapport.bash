# Completion of rapport for bash. Generated: `rapport completion bash`.
_rapport_words() {
  local head= part=$cur
  [[ -n $list && $cur == *,* ]] && head=${cur%,*}, part=${cur##*,}
  COMPREPLY+=($(compgen -P "$head" -W "$1" -- "$part"))
}
_rapport_files() { compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen "$1" -- "$cur")); }
_rapport_ask() {
  local here=()
  [[ -n $directory ]] && here=(-C "$directory")
  [[ $1 == queries ]] && compopt -o nospace 2>/dev/null
  _rapport_words "$(rapport "${here[@]}" completion --ask "$1" --of "$2" 2>/dev/null)"
}
_rapport() {
  local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= directory= i
  local list= words=()
  [[ $cur == : || $previous == : ]] && return  # inside of a term of a query
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      -C|--directory) directory=${COMP_WORDS[++i]}; continue ;;
      -C|--directory|--today|--format|-o|--output|--audience|--color|-j|--threads) ((i++)); continue ;;
    esac
    [[ -z $command && ${COMP_WORDS[i]} == -* ]] && continue
    [[ -z $command ]] && { command=${COMP_WORDS[i]}; continue; }
    case $command:${COMP_WORDS[i]} in
      brief:--lang|brief:--to) ((i++)) ;;
      completion:--ask|completion:--of) ((i++)) ;;
      consent:--for|consent:--to|consent:--case|consent:--states|consent:--name-as|consent:--by|consent:--how|consent:--language|consent:--until|consent:--on|consent:--note) ((i++)) ;;
      contacts:--use|contacts:--to|contacts:--purpose) ((i++)) ;;
      draft:--lang) ((i++)) ;;
      init:--mandate) ((i++)) ;;
      list:--columns|list:--sort|list:--group-by|list:--each|list:--sum) ((i++)) ;;
      new:--id|new:--start) ((i++)) ;;
      release:--use|release:--case|release:--to) ((i++)) ;;
      report:--until|report:--fail-on) ((i++)) ;;
      validate:--only|validate:--skip|validate:--fail-on|validate:--explain) ((i++)) ;;
      *:-*) ;;
      *) words+=("${COMP_WORDS[i]}") ;;
    esac
  done
  case $command in
    brief) case $previous in
      --lang) return 0; return ;;
      --to) _rapport_ask partners "${words[0]}"; return ;;
    esac ;;
    completion) case $previous in
      --ask) _rapport_words 'codes commands engagements fields formats kinds letters mandates matters partners queries records rules topics visits'; return ;;
      --of) return 0; return ;;
    esac ;;
    consent) case $previous in
      --for) list=1 _rapport_words 'contact share-contact letter raise-orally publish press quote image list-as-participant list-as-expert meet-authority un-report'; return ;;
      --to) list=1 _rapport_words 'office mandates ohchr un regional nhri state other-states de-facto business civil-society media public'; return ;;
      --case) _rapport_ask engagements "${words[0]}"; return ;;
      --states) return 0; return ;;
      --name-as) _rapport_words 'full initials described none'; return ;;
      --by) _rapport_words 'self family guardian lawyer organisation'; return ;;
      --how) return 0; return ;;
      --language) return 0; return ;;
      --until) return 0; return ;;
      --on) return 0; return ;;
      --note) return 0; return ;;
    esac ;;
    contacts) case $previous in
      --use) _rapport_words 'contact share-contact letter raise-orally publish press quote image list-as-participant list-as-expert meet-authority un-report'; return ;;
      --to) _rapport_ask partners "${words[0]}"; return ;;
      --purpose) return 0; return ;;
    esac ;;
    draft) case $previous in
      --lang) return 0; return ;;
    esac ;;
    init) case $previous in
      --mandate) _rapport_ask mandates "${words[0]}"; return ;;
    esac ;;
    list) case $previous in
      --columns) list=1 _rapport_ask fields "${words[0]}"; return ;;
      --sort) list=1 _rapport_ask fields "${words[0]}"; return ;;
      --group-by) _rapport_ask fields "${words[0]}"; return ;;
      --each) _rapport_ask fields "${words[0]}"; return ;;
      --sum) list=1 _rapport_ask fields "${words[0]}"; return ;;
    esac ;;
    new) case $previous in
      --id) return 0; return ;;
      --start) return 0; return ;;
    esac ;;
    release) case $previous in
      --use) _rapport_words 'contact share-contact letter raise-orally publish press quote image list-as-participant list-as-expert meet-authority un-report'; return ;;
      --case) _rapport_ask engagements "${words[0]}"; return ;;
      --to) _rapport_ask partners "${words[0]}"; return ;;
    esac ;;
    report) case $previous in
      --until) return 0; return ;;
      --fail-on) _rapport_words 'overdue'; return ;;
    esac ;;
    validate) case $previous in
      --only) list=1 _rapport_ask rules "${words[0]}"; return ;;
      --skip) list=1 _rapport_ask rules "${words[0]}"; return ;;
      --fail-on) _rapport_words 'error warning note'; return ;;
      --explain) _rapport_ask rules "${words[0]}"; return ;;
    esac ;;
  esac
  case $previous in
      -C|--directory) _rapport_files -d; return ;;
      --today) return 0; return ;;
      --format) _rapport_ask formats "$command"; return ;;
      -o|--output) _rapport_files -f; return ;;
      --audience) _rapport_words 'office mandates ohchr un regional nhri state other-states de-facto business civil-society media public'; return ;;
      --color) _rapport_words 'auto always never'; return ;;
      -j|--threads) return 0; return ;;
  esac
  if [[ -z $command && $cur != -* ]]; then
    _rapport_words 'brief completion consent contacts cosign doctor draft help init list new reference release report search self show validate '
    return
  fi
  [[ $cur == -* ]] && _rapport_words '--directory --today --format --output --audience --protected --color --no-pager --threads --quiet --verbose --despite-errors --help --version'
  case $command in
    brief)
      [[ $cur == -* ]] && { _rapport_words '--lang --to --issue'; return; }
      case ${#words[@]} in
        0) _rapport_ask visits "${words[0]}" ;;
      esac
      ;;
    completion)
      [[ $cur == -* ]] && { _rapport_words '--ask --of'; return; }
      case ${#words[@]} in
        0) _rapport_words 'bash zsh fish' ;;
      esac
      ;;
    consent)
      [[ $cur == -* ]] && { _rapport_words '--for --to --case --states --name-as --by --how --language --advance --until --on --note'; return; }
      case ${#words[@]} in
        0) _rapport_ask partners "${words[0]}" ;;
        1) _rapport_words 'given narrowed renewed refused withdrawn' ;;
      esac
      ;;
    contacts)
      [[ $cur == -* ]] && { _rapport_words '--use --to --purpose --issue'; return; }
      ;;
    cosign)
      case ${#words[@]} in
        0) _rapport_ask matters "${words[0]}" ;;
      esac
      ;;
    doctor)
      ;;
    draft)
      [[ $cur == -* ]] && { _rapport_words '--lang'; return; }
      case ${#words[@]} in
        0) _rapport_ask letters "${words[0]}" ;;
      esac
      ;;
    help)
      case ${#words[@]} in
        0) _rapport_ask topics "${words[0]}" ;;
      esac
      ;;
    init)
      [[ $cur == -* ]] && { _rapport_words '--mandate'; return; }
      ;;
    list)
      [[ $cur == -* ]] && { _rapport_words '--columns --sort --group-by --each --count --sum --null'; return; }
      case ${#words[@]} in
        0) _rapport_words 'partners engagements' ;;
        *) _rapport_ask queries "${words[0]}" ;;
      esac
      ;;
    new)
      [[ $cur == -* ]] && { _rapport_words '--id --start --stdout'; return; }
      case ${#words[@]} in
        0) _rapport_words 'partner engagement' ;;
        1) _rapport_ask kinds "${words[0]}" ;;
      esac
      ;;
    reference)
      case ${#words[@]} in
        0) _rapport_words 'state territory organisation mandate theme mechanism presence agency instrument' ;;
        *) _rapport_ask codes "${words[0]}" ;;
      esac
      ;;
    release)
      [[ $cur == -* ]] && { _rapport_words '--use --case --to'; return; }
      case ${#words[@]} in
        0) _rapport_ask partners "${words[0]}" ;;
      esac
      ;;
    report)
      [[ $cur == -* ]] && { _rapport_words '--until --fail-on'; return; }
      case ${#words[@]} in
        0) _rapport_words 'deadlines' ;;
      esac
      ;;
    search)
      ;;
    self)
      [[ $cur == -* ]] && { _rapport_words '--check'; return; }
      case ${#words[@]} in
        0) _rapport_words 'regenerate tree' ;;
        1) _rapport_files -f ;;
      esac
      ;;
    show)
      case ${#words[@]} in
        *) _rapport_ask records "${words[0]}" ;;
      esac
      ;;
    validate)
      [[ $cur == -* ]] && { _rapport_words '--only --skip --fail-on --excerpts --explain'; return; }
      case ${#words[@]} in
        *) _rapport_ask records "${words[0]}" ;;
      esac
      ;;
  esac
}
complete -F _rapport rapport
