# SPDX-License-Identifier: MIT
# The widest vectors of the machine that builds; results stay the same to the bit.
include(CheckCXXCompilerFlag)
foreach(flag IN ITEMS -march=native -mprefer-vector-width=512)
  string(MAKE_C_IDENTIFIER "IWM_HAS${flag}" has)
  check_cxx_compiler_flag(${flag} ${has})
  if(${has})
    add_compile_options(${flag})
  endif()
endforeach()
if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
  # a theory's functions all end up in one loop over a block, however long they are
  add_compile_options("SHELL:-mllvm -inline-threshold=20000")
endif()
