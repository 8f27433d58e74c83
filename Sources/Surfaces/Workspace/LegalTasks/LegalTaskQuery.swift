import Catalog
import WebServer

/// What of the tasks of changed laws the reader asked for.
struct LegalTaskQuery: Hashable, Sendable {
    /// `nil` for all.
    var progress: LegalTask.Progress?
    var agency: String?
    /// Behind which task the page begins.
    var after: LegalTask.Place?

    init(progress: LegalTask.Progress? = nil, agency: String? = nil, after: LegalTask.Place? = nil) {
        self.progress = progress
        self.agency = agency
        self.after = after
    }

    /// What says nothing known is left out.
    init(_ values: FormValues) {
        progress = values["progress"].flatMap { LegalTask.Progress(rawValue: $0) }
        agency = values["agency"].flatMap { $0.isEmpty ? nil : $0 }
        after = values["after"].flatMap { LegalTask.Place($0) }
    }

    /// As an address carries it; empty when nothing was asked for.
    var text: String {
        [("progress", progress?.rawValue), ("agency", agency), ("after", after?.text)]
            .compactMap { name, value in value.map { "\(name)=\(URLText.encode($0))" } }
            .joined(separator: "&")
    }

    /// The first page of the same choice.
    var first: LegalTaskQuery { LegalTaskQuery(progress: progress, agency: agency) }
}
