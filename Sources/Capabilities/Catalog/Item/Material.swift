package import BlobStore

/// One thing an applicant hands in.
///
/// - Source: national exchange table of items (material table): 名称, 必要性, 形式, 份数, 来源渠道, 示例样表, 依据.
package struct Material: Hashable, Sendable, Codable {
    package enum Necessity: String, Hashable, Sendable, Codable, CaseIterable {
        case required
        /// Needed under a condition that `condition` states.
        case conditional
        case optional

        package var chinese: String {
            switch self {
            case .required: "必要"
            case .conditional: "符合条件时必要"
            case .optional: "非必要"
            }
        }
    }

    package enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        case electronic
        case paper
        case either

        package var chinese: String {
            switch self {
            case .electronic: "电子"
            case .paper: "纸质"
            case .either: "电子或纸质"
            }
        }
    }

    package enum Source: String, Hashable, Sendable, Codable, CaseIterable {
        case applicant
        /// Issued by an authority, brought by the applicant.
        case authority
        /// Fetched by the agency itself.
        case shared
        /// Made from the answers to the item's own form, so nothing is uploaded.
        case form

        package var chinese: String {
            switch self {
            case .applicant: "申请人自备"
            case .authority: "政府部门核发"
            case .shared: "部门共享"
            case .form: "由在线填写的申请表生成"
            }
        }
    }

    /// A paper of the agency's that helps to make it.
    package struct Paper: Hashable, Sendable, Codable {
        package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            case blank
            case sample

            package var chinese: String {
                switch self {
                case .blank: "空白表格"
                case .sample: "填写样表"
                }
            }
        }

        package let kind: Kind
        package let file: Attachment

        package init(_ kind: Kind, _ file: Attachment) {
            self.kind = kind
            self.file = file
        }
    }

    package let name: String
    package let necessity: Necessity
    package let condition: String?
    package let form: Form
    package let originals: Int
    package let copies: Int
    package let source: Source
    /// Where a filled sample is found, in words.
    package let sample: String?
    package let note: String?
    /// Blank forms and filled samples to take away; `nil` without any.
    package let papers: [Paper]?

    package init(
        name: String,
        necessity: Necessity = .required,
        condition: String? = nil,
        form: Form = .either,
        originals: Int = 1,
        copies: Int = 0,
        source: Source = .applicant,
        sample: String? = nil,
        note: String? = nil,
        papers: [Paper] = []
    ) {
        self.name = name
        self.necessity = necessity
        self.condition = condition
        self.form = form
        self.originals = originals
        self.copies = copies
        self.source = source
        self.sample = sample
        self.note = note
        self.papers = papers.isEmpty ? nil : papers
    }

    /// The same material with other papers.
    package func with(_ papers: [Paper]) -> Material {
        Material(
            name: name,
            necessity: necessity,
            condition: condition,
            form: form,
            originals: originals,
            copies: copies,
            source: source,
            sample: sample,
            note: note,
            papers: papers
        )
    }

    /// Whether an application without a file for it is refused; the agency asks for a conditional one when needed.
    package var mustBeFiled: Bool { necessity == .required && condition == nil && source != .form }
}
