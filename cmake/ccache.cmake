# SPDX-License-Identifier: MIT
# A second build of the same text is instant where ccache is installed.
find_program(IWM_CCACHE ccache)
mark_as_advanced(IWM_CCACHE)
if(IWM_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${IWM_CCACHE})
endif()
