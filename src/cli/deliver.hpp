// The one door: every byte of an answer leaves through here, to a file or to standard output.
#pragma once

#include "base/result.hpp"
#include "view/cards.hpp"
#include "view/events.hpp"
#include "view/findings.hpp"
#include "view/page.hpp"
#include "view/table.hpp"

#include <span>
#include <string>
#include <string_view>

namespace rapport::cli {

class Session;
}
namespace rapport::store {
class Lock;
struct FileEdit;
}  // namespace rapport::store

namespace rapport::cli {

/// What only some commands say about their answer.
struct Manner {
  bool nul = false;              // ids end in NUL
  bool excerpts = false;         // findings show the text of their lines, also in a file
  std::string_view format = {};  // when there is no --format, and no suffix of the file
  bool to_screen = false;        // in `format` whatever was asked for: it is no part of the answer
};

/// A view in the format asked for: --format, else the suffix of --output, else the usual one of its
/// shape.
base::Done deliver(Session& session, const view::Table& table, Manner manner = {});
base::Done deliver(Session& session, const view::Page& page, Manner manner = {});
base::Done deliver(Session& session, const view::Cards& cards, Manner manner = {});
base::Done deliver(Session& session, const view::Findings& findings, Manner manner = {});
base::Done deliver(Session& session, const view::Events& events, Manner manner = {});

/// A document for the office only, which the shell would write into a file, is asked about as one
/// with --output is. A pipe is not: what reads it is what the user chose.
base::Done may_print_document(const Session& session);

/// The bytes that `deliver` would write.
base::Result<std::string> rendered(Session& session, const view::Table& table, Manner manner = {});
base::Result<std::string> rendered(Session& session, const view::Page& page, Manner manner = {});
base::Result<std::string> rendered(Session& session, const view::Cards& cards, Manner manner = {});
base::Result<std::string> rendered(Session& session, const view::Findings& findings,
                                   Manner manner = {});

/// A check sheet, which is the office's own and names whom its letter may not. Nothing else.
struct OfficeFile {
  std::string path;
  std::string bytes;
};

/// Bytes that no format made: a script, a schema, a help text. To --output when it was given; then
/// `beside` is written with it, and none is renamed before both are written.
base::Done deliver(Session& session, std::string_view bytes,
                   std::span<const OfficeFile> beside = {});

/// The same for a document that is issued: its manifest, which is new, is in the repository before
/// a byte of it leaves.
base::Done deliver(Session& session, std::string_view bytes, std::span<const OfficeFile> beside,
                   const store::Lock& lock, const store::FileEdit& manifest);

}  // namespace rapport::cli
