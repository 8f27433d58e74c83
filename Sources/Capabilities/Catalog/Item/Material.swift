package import BlobStore

/// One thing an applicant hands in.
///
/// - Source: national exchange table of items (material table): 名称, 类型, 形式, 必要性, 空白表格, 示例样表, 来源渠道和说明, 份数,
///   规格, 填报须知, 受理标准, 依据, 备注.
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

    /// Nobody asks for more of one thing.
    package static let mostCopies = 99

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
    package private(set) var papers: [Paper]?
    /// What is to be known of where it comes from (来源渠道说明).
    package var sourceNote: String?
    /// Paper size, number of pages and the like (规格).
    package var specification: String?
    /// When it is taken as in order (受理标准).
    package var acceptance: String?
    /// By what it may be asked for (依据).
    package var basis: String?
    package var remark: String?

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
        var material = self
        material.papers = papers.isEmpty ? nil : papers
        return material
    }

    /// What may further be stated, in the order of the national table.
    package enum Fact: String, Hashable, Sendable, CaseIterable {
        case sourceNote, specification, acceptance, basis, remark

        package var chinese: String {
            switch self {
            case .sourceNote: "来源渠道说明"
            case .specification: "规格"
            case .acceptance: "受理标准"
            case .basis: "依据"
            case .remark: "备注"
            }
        }

        /// Where it stands in a material.
        package var place: WritableKeyPath<Material, String?> {
            switch self {
            case .sourceNote: \.sourceNote
            case .specification: \.specification
            case .acceptance: \.acceptance
            case .basis: \.basis
            case .remark: \.remark
            }
        }
    }

    /// What is further stated of it.
    package var rest: [(fact: Fact, text: String)] {
        Fact.allCases.compactMap { fact in self[keyPath: fact.place].map { (fact, $0) } }
    }

    /// Whether originals or copies are wanted (类型), as the national table says it; `nil` where no paper is.
    package var kind: String? {
        let kinds = [originals > 0 ? "原件" : nil, copies > 0 ? "复印件" : nil].compactMap(\.self)
        return kinds.isEmpty ? nil : kinds.joined(separator: "和")
    }

    /// Whether an application without a file for it is refused; the agency asks for a conditional one when needed.
    package var mustBeFiled: Bool { necessity == .required && condition == nil && source != .form }
}
