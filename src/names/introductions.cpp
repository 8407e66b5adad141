#include "names/introductions.hpp"

#include <algorithm>

namespace rapport::names {
namespace {

constexpr std::string_view titles[] = {
    "mr", "mrs", "ms",   "miss", "mx",   "dr",  "dra",  "prof",   "sir",  "madam", "rev",
    "sr", "sra", "srta", "don",  "dona", "mme", "mlle", "maitre", "herr", "frau",  "sheikh"};

constexpr std::string_view introducing[] = {
    // trades
    "abogada", "abogado", "activist", "activista", "activiste", "advocate", "ambassador",
    "attorney", "avocat", "avocate", "blogger", "brother", "defender", "defensor", "defensora",
    "doctor", "doctora", "father", "hermana", "hermano", "journalist", "journaliste", "judge",
    "lawyer", "madre", "minister", "mother", "nurse", "padre", "periodista", "president",
    "professor", "profesor", "profesora", "sister", "student", "teacher", "witness",
    // beginnings of sentences that are everyday words
    "after", "also", "because", "before", "but", "con", "cuando", "desde", "did", "does", "has",
    "if", "it", "later", "now", "pero", "since", "so", "that", "then", "there", "today", "until",
    "was", "when", "where", "while", "why", "will", "with", "without"};

}  // namespace

bool is_title(std::string_view folded) {
  return std::ranges::find(titles, folded) != std::end(titles);
}

bool introduces_name(std::string_view folded) {
  return is_title(folded) || std::ranges::find(introducing, folded) != std::end(introducing);
}

}  // namespace rapport::names
