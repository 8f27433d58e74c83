package import BlobStore
package import EventLog

/// Agrees to a confirmed draft for one of those after the legal office; their documents are recorded where they have
/// no seat here.
package struct AgreePowerItem: Command {
    package static let name = "AgreePowerItem"
    package let item: PowerItem.ID
    /// The version of the item's stream that the user saw.
    package let seen: Int?
    package let station: Station
    package let opinion: String
    package let document: String?
    package let files: [Attachment]

    package init(
        item: PowerItem.ID,
        seen: Int? = nil,
        as station: Station,
        opinion: String,
        document: String? = nil,
        files: [Attachment] = []
    ) {
        self.item = item
        self.seen = seen
        self.station = station
        self.opinion = opinion
        self.document = document
        self.files = files
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `CatalogError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.change(item, seen: seen) { state throws(CatalogError) in
            try state.agreeing(
                as: station,
                by: session.actor,
                opinion: opinion,
                document: document,
                files: files
            )
        }
    }
}
