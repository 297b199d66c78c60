"""Whether a municipality shows how the work lies over its klantmanagers, from a day on."""
