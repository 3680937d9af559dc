#pragma once

#include "ui/screens/parts/desk_foot.h"
