import BlobStore
import Casework
import EventLog
import Kernel

@testable import Decisions

extension EventExamples {
    /// A dossier bound, lent and returned.
    static func dossiers() -> [any EventPayload] {
        let file = Attachment(
            blob: "B7",
            key: "0102",
            digest: "03:04",
            size: 4_096,
            name: "1C1.zip",
            mediaType: "application/zip"
        )
        return [
            DossierArchived(
                number: "1C1",
                agency: "1A1",
                archivedOn: day,
                retention: .period(.months(120)),
                keptThrough: "2036-12-31",
                digest: "aa",
                boundDigest: "bb",
                pages: 12,
                files: 7,
                packed: .present(subject: "1P1", file),
                bound: .present(subject: "1P1", file)
            ),
            DossierArchived(
                number: "1C2",
                agency: "1A1",
                archivedOn: day,
                retention: .permanent,
                keptThrough: nil,
                digest: "cc",
                boundDigest: "dd",
                pages: 3,
                files: 1,
                packed: .erased(subject: "1P2"),
                bound: .erased(subject: "1P2")
            ),
            DossierLent(borrower: "1O2", reason: "案卷评查", lentOn: day, dueOn: "2026-03-12"),
            DossierReturned(returnedOn: "2026-03-10", finding: "页数相符，完好"),
        ]
    }
}
