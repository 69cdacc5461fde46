# Embeds the files under a folder into a library, so that the program needs none of them at run time.
function(schemac_embed_templates target folder)
endfunction()
