package import BlobStore
package import Kernel

/// What a new version does to the catalog, and what made it necessary (目录动态调整).
///
/// - Source: 川办发〔2011〕45号; 江苏某市行政权力网上公开透明运行实施方案 art. 4(1).
package struct ItemAdjustment: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case added
        case changed
        case merged
        case split
        /// Handed to the level below.
        case delegated
        /// Taken over from the level above.
        case takenOver
        /// Taken out of the catalog: the draft says nothing new, and publishing it ends the item.
        case abolished

        /// Those by which a version comes about.
        package static var ofVersions: [Kind] { allCases.filter { $0 != .abolished } }

        package var chinese: String {
            switch self {
            case .added: "新增"
            case .changed: "变更"
            case .merged: "合并"
            case .split: "分设"
            case .delegated: "下放"
            case .takenOver: "承接"
            case .abolished: "取消"
            }
        }

        /// Whether it says nothing without the items it came from or goes to.
        package var needsRelated: Bool {
            switch self {
            case .added, .changed, .delegated, .abolished: false
            case .merged, .split, .takenOver: true
            }
        }
    }

    package enum Trigger: String, Hashable, Sendable, Codable, CaseIterable {
        case law
        case reorganization
        /// The approval was cancelled or delegated by a decision of a superior.
        case decision
        /// The record of its operation, such as no case in two years.
        case operation
        /// A mistake in what was published.
        case error

        package var chinese: String {
            switch self {
            case .law: "法律、法规、规章立改废"
            case .reorganization: "机构或者职能调整"
            case .decision: "上级决定取消、下放或者调整"
            case .operation: "运行情况（如两年没有办件）"
            case .error: "公布的内容有误"
            }
        }
    }

    package let kind: Kind
    package let trigger: Trigger
    /// The document it rests on, by name and number.
    package let evidence: String
    /// When that document was issued, or the law promulgated; `nil` where no day was asked.
    package let evidenceOn: Day?
    /// The codes of the items it was merged or split from, or taken over from.
    package let related: [String]
    /// The document itself and what else proves it; `nil` without files.
    package let files: [Attachment]?

    /// Whether it makes a part of the item that has a code.
    func splits(_ code: String) -> Bool { kind == .split && related.contains(code) }

    /// The same with these files beside its own.
    func proved(by more: [Attachment]) -> ItemAdjustment {
        ItemAdjustment(
            kind,
            for: trigger,
            evidence: evidence,
            on: evidenceOn,
            related: related,
            files: (files ?? []) + more
        )
    }

    /// The document with its day, as histories show it.
    package var cited: String { evidence + (evidenceOn.map { "（\($0.chinese)）" } ?? "") }

    package init(
        _ kind: Kind,
        for trigger: Trigger,
        evidence: String,
        on evidenceOn: Day? = nil,
        related: [String] = [],
        files: [Attachment] = []
    ) {
        self.files = files.isEmpty ? nil : files
        self.kind = kind
        self.trigger = trigger
        self.evidence = evidence
        self.evidenceOn = evidenceOn
        self.related = related
    }
}
