// A folder that is nobody else's business, whoever made it and under whatever umask.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

namespace studio {

// Takes from everybody but the owner what rights they have to the folder and to all below it; what
// a symbolic link leads to is left alone, and so are the files at its top that are `given_out`.
// How many files and folders had given any; what cannot be changed is not counted.
std::size_t MakePrivate(const std::filesystem::path& folder,
                        std::span<const std::string_view> given_out = {});

}  // namespace studio
