package import BlobStore
package import EventLog
package import Kernel

/// One piece of evidence: what it is, where it is from, and the files that show it.
package struct Evidence: Hashable, Sendable, Codable {
    /// The eight kinds of the statute.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 46.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case documentary
        case physical
        case audiovisual
        case electronic
        case testimony
        case partyStatement
        case expertOpinion
        case inspectionRecord

        package var chinese: String {
            switch self {
            case .documentary: "书证"
            case .physical: "物证"
            case .audiovisual: "视听资料"
            case .electronic: "电子数据"
            case .testimony: "证人证言"
            case .partyStatement: "当事人的陈述"
            case .expertOpinion: "鉴定意见"
            case .inspectionRecord: "勘验笔录、现场笔录"
            }
        }
    }

    package let kind: Kind
    package let name: String
    /// Which fact it shows.
    package let shows: String
    /// From whom or where it was obtained.
    package let origin: String
    package let obtainedOn: Day
    package let files: [Attachment]
    /// What its photographs say of themselves, by blob; `nil` when none says anything.
    package let photos: [String: Photo]?
    /// Its times and signatures, if it was taken on site; `nil` for what was put in at the desk.
    package let taking: FieldTaking?

    package init(
        kind: Kind,
        name: String,
        shows: String,
        origin: String,
        obtainedOn: Day,
        files: [Attachment],
        photos: [String: Photo]? = nil,
        taking: FieldTaking? = nil
    ) {
        self.kind = kind
        self.name = name
        self.shows = shows
        self.origin = origin
        self.obtainedOn = obtainedOn
        self.files = files
        self.photos = photos
        self.taking = taking
    }
}

/// Evidence was put into the file, by the officers named.
package struct EvidenceAdded: EventPayload {
    package static let type = "CaseFile.EvidenceAdded"
    package let number: Int
    package let evidence: Personal<Evidence>
    package let collectors: [String]
}

/// A piece of evidence in the file.
package struct FiledEvidence: Hashable, Sendable {
    /// From 1, in the order it was filed.
    package let number: Int
    /// `nil` once erased.
    package let evidence: Evidence?
    package let collectors: [String]
    package let at: Instant
}
