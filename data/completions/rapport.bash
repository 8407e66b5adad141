# Completion of rapport for bash. Generated: `rapport completion bash`.
_rapport_words() { COMPREPLY+=($(compgen -W "$1" -- "$cur")); }
_rapport_files() { compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen "$1" -- "$cur")); }
_rapport_ask() {
  local here=()
  [[ -n $directory ]] && here=(-C "$directory")
  _rapport_words "$(rapport "${here[@]}" completion --ask "$1" 2>/dev/null)"
}
_rapport() {
  local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= directory= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      -C|--directory) directory=${COMP_WORDS[++i]} ;;
      --today|--format|-o|--output|--audience|--color|-j|--threads) ((i++)) ;;
      -*) ;;
      *) command=${COMP_WORDS[i]}; break ;;
    esac
  done
  case $command in
    brief) case $previous in
      --lang) return 0; return ;;
    esac ;;
    completion) case $previous in
      --ask) _rapport_words 'commands engagements formats partners records rules'; return ;;
    esac ;;
    consent) case $previous in
      --for) _rapport_words 'contact share-contact letter raise-orally publish press quote image list-as-participant list-as-expert meet-authority un-report'; return ;;
      --to) _rapport_words 'office mandates ohchr un regional nhri state other-states de-facto business civil-society media public'; return ;;
      --case) _rapport_ask engagements; return ;;
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
      --purpose) return 0; return ;;
    esac ;;
    draft) case $previous in
      --lang) return 0; return ;;
    esac ;;
    init) case $previous in
      --mandate) return 0; return ;;
    esac ;;
    list) case $previous in
      --columns) return 0; return ;;
      --sort) return 0; return ;;
      --group-by) return 0; return ;;
    esac ;;
    new) case $previous in
      --id) return 0; return ;;
      --start) return 0; return ;;
    esac ;;
    release) case $previous in
      --use) _rapport_words 'contact share-contact letter raise-orally publish press quote image list-as-participant list-as-expert meet-authority un-report'; return ;;
      --case) _rapport_ask engagements; return ;;
    esac ;;
    validate) case $previous in
      --only) _rapport_ask rules; return ;;
      --skip) _rapport_ask rules; return ;;
      --fail-on) _rapport_words 'error warning note'; return ;;
      --explain) _rapport_ask rules; return ;;
    esac ;;
  esac
  case $previous in
      -C|--directory) _rapport_files -d; return ;;
      --today) return 0; return ;;
      --format) _rapport_ask formats; return ;;
      -o|--output) _rapport_files -f; return ;;
      --audience) _rapport_words 'office mandates ohchr un regional nhri state other-states de-facto business civil-society media public'; return ;;
      --color) _rapport_words 'auto always never'; return ;;
      -j|--threads) return 0; return ;;
  esac
  if [[ -z $command && $cur != -* ]]; then
    _rapport_words 'brief completion consent contacts cosign doctor draft help init list new reference release search self show validate '
    return
  fi
  [[ $cur == -* ]] && _rapport_words '--directory --today --format --output --audience --protected --color --no-pager --threads --quiet --verbose --despite-errors --help --version'
  case $command in
    brief)
      [[ $cur == -* ]] && { _rapport_words '--lang --issue'; return; }
      _rapport_ask engagements
      ;;
    completion)
      [[ $cur == -* ]] && { _rapport_words '--ask'; return; }
      _rapport_words 'bash zsh fish'
      ;;
    consent)
      [[ $cur == -* ]] && { _rapport_words '--for --to --case --states --name-as --by --how --language --advance --until --on --note'; return; }
      _rapport_ask partners
      _rapport_words 'given narrowed renewed refused withdrawn'
      ;;
    contacts)
      [[ $cur == -* ]] && { _rapport_words '--use --purpose --issue'; return; }
      ;;
    cosign)
      _rapport_ask engagements
      ;;
    doctor)
      ;;
    draft)
      [[ $cur == -* ]] && { _rapport_words '--lang'; return; }
      _rapport_ask engagements
      ;;
    help)
      _rapport_ask commands
      ;;
    init)
      [[ $cur == -* ]] && { _rapport_words '--mandate'; return; }
      ;;
    list)
      [[ $cur == -* ]] && { _rapport_words '--columns --sort --group-by --null'; return; }
      _rapport_words 'partners engagements'
      ;;
    new)
      [[ $cur == -* ]] && { _rapport_words '--id --start --stdout'; return; }
      _rapport_words 'partner engagement'
      ;;
    reference)
      _rapport_words 'state territory organisation mandate theme mechanism presence agency instrument'
      ;;
    release)
      [[ $cur == -* ]] && { _rapport_words '--use --case'; return; }
      _rapport_ask partners
      ;;
    search)
      ;;
    self)
      [[ $cur == -* ]] && { _rapport_words '--check'; return; }
      _rapport_words 'regenerate tree'
      _rapport_files -f
      ;;
    show)
      _rapport_ask records
      ;;
    validate)
      [[ $cur == -* ]] && { _rapport_words '--only --skip --fail-on --excerpts --explain'; return; }
      _rapport_ask records
      ;;
  esac
}
complete -F _rapport rapport
