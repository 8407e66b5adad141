# Completion of rapport for fish. What may stand at the cursor, the program itself says.
function __rapport_complete
    set -l now (commandline -ct)
    set -l answer (rapport completion fish -- (commandline -opc) "$now" 2>/dev/null)
    set -l before (string match -r -- '^--[^=]*=' "$now")
    set -l path (string replace -r -- '^--[^=]*=' '' "$now")
    switch "$answer[1]"
        case files
            for each in (__fish_complete_path "$answer[2]")
                echo "$before$each"
            end
        case directories
            for each in (__fish_complete_directories "$path")
                echo "$before$each"
            end
        case '*'
            test (count $answer) -gt 2; and printf '%s\n' $answer[3..-1]
    end
end
complete -c rapport -f -a '(__rapport_complete)'
