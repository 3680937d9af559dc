// Linked into the two programs: memory is overwritten when it is given back, whoever gives it back.
// Words, codes and keys pass through strings, JSON, SQLite, curl, SDL, ImGui, libime and GLib; all
// of them end at free(), which a program may put in the place of glibc's ("Replacing malloc" in its
// manual). M_PERTURB would not do: blocks that go to a thread's own cache are not perturbed.
//
// realloc() copies and wipes where glibc would leave the old block as it is. A block's own size is
// malloc_usable_size(), so what stood in its slack goes too.
#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>

extern "C" {

void __libc_free(void* block);

[[gnu::visibility("default")]] void free(void* block) noexcept {
  if (block == nullptr) return;
  explicit_bzero(block, malloc_usable_size(block));
  __libc_free(block);
}

[[gnu::visibility("default")]] void* realloc(void* block, std::size_t size) noexcept {
  if (block == nullptr) return malloc(size);
  if (size == 0) {
    free(block);
    return nullptr;
  }
  const std::size_t had = malloc_usable_size(block);
  if (size <= had && size >= had / 2) return block;
  void* const moved = malloc(size);
  if (moved == nullptr) return nullptr;
  std::memcpy(moved, block, std::min(size, had));
  free(block);
  return moved;
}

}  // extern "C"
