// A part that layers.txt does not know.
#pragma once
