# SPDX-License-Identifier: MIT
# Installs BUILD into an empty PREFIX; the program must run from there and hold no path of SOURCE.
file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX}
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
foreach(file bin/iwm include/iwm/iwm.hpp share/iwm/evidence.json)
  if(NOT EXISTS ${PREFIX}/${file})
    message(FATAL_ERROR "${file} was not installed")
  endif()
endforeach()

execute_process(COMMAND ${PREFIX}/bin/iwm list protocols WORKING_DIRECTORY ${PREFIX}
  COMMAND_ERROR_IS_FATAL ANY)

file(STRINGS ${PREFIX}/bin/iwm paths REGEX "${SOURCE}/(src|include|data)" LIMIT_COUNT 1)
if(paths)
  message(FATAL_ERROR "the installed program holds a path of the source tree: ${paths}")
endif()
