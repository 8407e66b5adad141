// A report gets no dataset: it asks named questions, whose answers hold no record.
#include "mandate/questions/letter.hpp"
#include "release/release.hpp"

using rapport::model::RecordId;

bool reached(const rapport::release::Release& released, RecordId partner);
bool reached(const rapport::release::Release& released, RecordId partner) {
#ifndef WRONG
  return released.ask(rapport::mandate::questions::can_be_reached, partner);
#else
  return released.ask([&](const rapport::model::Dataset& data) {
    return !data.partner(data.head(partner.index)).contacts.empty();
  });
#endif
}
