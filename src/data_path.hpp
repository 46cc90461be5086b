// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace iwm {

/// The folder with the published figures and the protocols (`evidence.json`, `protocols/`): the
/// first that holds `evidence.json` of
/// 1. the environment variable IWM_DATA, which must be right when it is set;
/// 2. `data` or `share/iwm` in the folder of the running program or up to three folders above it:
///    a build folder, or `share/iwm` beside the `bin` of an installation.
/// Throws run_error, with the places that were searched, when there is none.
std::filesystem::path data_path();

}  // namespace iwm
