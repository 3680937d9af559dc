// What a program that holds people's words and keys says to the system before it holds any, and how
// it leaves no trace of them in its own memory.
#pragma once

#include <string>

namespace studio {

// For the first line of main: files made from now on are the owner's alone (umask 077), a crash
// writes no core, no other program of the same user may look into this one, and GLib (before 2.76)
// keeps no free lists of its own, where what is freed would stay as it was.
void KeepToOurselves();

// From now on no page that is touched goes to the swap. Empty, or why pages may go there, in
// English for the log: it takes the right to lock without limit (root, or LimitMEMLOCK=infinity of
// a service).
std::string LockMemory();

// For the first lines of main, before there are threads: at most two heaps, and large blocks go
// back to the system as they are freed, so that what a storm took is not scattered over many.
void BoundHeaps();

// Freed memory goes back to the system. The C library cannot do so with locked pages, so where
// LockMemory locked them the lock is open meanwhile: some milliseconds. Any thread; for now and
// then, because whoever allocates waits for it.
void GiveFreedBack();

// Overwrites what calls that have returned left below the caller on this thread's stack. For the
// end of every turn and job; about 3 microseconds.
void WipeStackBelow();

}  // namespace studio
