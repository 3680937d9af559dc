// How each feature of a shape speaks for a kind of stroke, in the order of ShapeOf(): a softmax
// fitted on centre lines of 500 characters with seeded noise, their kinds from the stroke
// dictionary. 89 in 100 of these strokes are what they weigh most.
#pragma once

#include "input/stroke_kinds.h"

namespace studio {

inline constexpr std::array<StrokeShape, kStrokeKinds> kStrokeKindWeights{{
    // h
    {0.05F,  -0.10F, -1.36F, 1.72F,  -1.66F, 0.44F, -0.60F, 0.83F, 0.57F, -0.89F, -1.58F, -0.65F,
     -0.53F, -0.41F, 0.33F,  -0.26F, -0.10F, 0.81F, 0.22F,  0.71F, 0.98F, 0.14F,  0.24F,  0.10F},
    // s
    {-0.50F, -0.25F, 0.61F, -0.76F, 1.42F,  -0.56F, -1.45F, -0.27F, -0.60F, 0.85F,  -1.78F, -0.29F,
     0.57F,  -0.29F, 0.45F, -0.10F, -0.00F, 0.17F,  -0.58F, 1.59F,  -0.21F, -0.10F, -2.30F, -0.97F},
    // p
    {0.63F,  -1.09F, 0.32F,  0.71F, -0.66F, 0.49F,  0.28F, 0.25F,  -1.89F, 0.17F, -1.68F, 1.08F,
     -0.34F, -1.34F, -0.36F, 0.43F, -0.22F, -1.43F, 1.22F, -0.85F, 0.50F,  0.17F, 2.13F,  -0.38F},
    // n
    {1.16F, 0.87F, 0.33F,  -1.59F, -0.13F, -0.51F, 1.84F,  0.11F,  2.09F,  -0.93F, -3.06F, -0.06F,
     0.00F, 1.04F, -0.49F, 0.22F,  0.63F,  0.94F,  -0.01F, -0.84F, -1.39F, -1.05F, 2.43F,  -1.06F},
    // z
    {-1.34F, 0.56F, 0.10F, -0.08F, 1.02F,  0.13F,  -0.07F, -0.92F, -0.17F, 0.80F, 8.10F,  -0.08F,
     0.30F,  1.01F, 0.09F, -0.30F, -0.32F, -0.48F, -0.85F, -0.62F, 0.12F,  0.84F, -2.49F, 2.32F},
}};

}  // namespace studio
