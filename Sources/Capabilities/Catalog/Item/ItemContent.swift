import BlobStore
package import Codes
package import Kernel
package import Law

/// What is stated of a power: the common fields of all categories; what is unknown is `nil`, never invented.
///
/// - Source: 聊政办发〔2017〕74号 (service guide) and the national exchange table of items for the set of fields.
package struct ItemContent: Hashable, Sendable, Codable {
    package var code: String
    package var name: String
    /// For those who do not read Chinese; `nil` shows them the Chinese name.
    package var englishName: String?
    /// The main item (主项) of which this is a part.
    package var mainName: String?
    /// A code of an older or local scheme.
    package var localCode: String?
    package var category: PowerCategory
    /// The category of the division or of one above it under which it is listed; `nil` for the national one alone.
    package var local: StatedCategory?
    package var agency: AgencyReference?
    /// The part of the agency that handles it (承办机构).
    package var office: String?
    /// Twelve digits.
    package var division: String?
    package var bases: [LegalBasis]
    package var levels: [ExerciseLevel]?
    /// Who may apply (服务对象).
    package var audience: String?
    package var statutoryLimit: StatutoryLimit?
    package var promisedLimit: Period?
    package var conditions: [String]?
    package var materials: [Material]?
    package var fee: Fee?
    /// Who pays less or is served first, and by what rule (优惠政策).
    package var preference: String?
    /// What an applicant gets: the permit's or document's name.
    package var permitName: String?
    package var place: String?
    package var hours: String?
    package var phone: String?
    package var complaintLine: String?
    package var rights: [String]?
    package var remedies: [String]?
    /// How whoever exercises it unlawfully is held to account (责任追究).
    package var liability: String?
    /// What people often ask, with the answers.
    package var questions: [CommonQuestion]?
    /// In whose right it is exercised and how applications are handled.
    package var exercise: ItemExercise?
    /// What only items of its category state.
    package var fields: [StatedField]?
    package var process: ProcessReference?
    package var form: [FormField]?
    /// Why the item stays out of every public view; `nil` for all others.
    package var secrecy: SecrecyGround?
    /// Which standard it implements (基本目录); `nil` for an item of one's own.
    package var standard: StandardReference?
    /// Shown beside the item, as 演示.
    package var remark: String?

    package init(code: String, name: String, category: PowerCategory, bases: [LegalBasis] = []) {
        self.code = code
        self.name = name
        self.category = category
        self.bases = bases
    }

    /// The files of all blank forms and samples.
    var papers: [Attachment] { (materials ?? []).flatMap { $0.papers ?? [] }.map(\.file) }
}

/// Something people often ask about an item (常见问题), and the answer.
package struct CommonQuestion: Hashable, Sendable, Codable {
    package let question: String
    package let answer: String

    package init(_ question: String, _ answer: String) {
        self.question = question
        self.answer = answer
    }

    /// As a drafter writes it: a line for each.
    package var written: String { "问：\(question)\n答：\(answer)" }

    /// Reads questions and answers so written; a line that begins with neither goes on with what is before it.
    ///
    /// - Returns: the questions, and the first line that is no part of any, or whose other half is missing.
    package static func list(_ text: String) -> (questions: [CommonQuestion], unread: String?) {
        var pairs: [(question: String, answer: String?)] = []
        for line in text.split(whereSeparator: \.isNewline).map({ String($0).trimmed }) where !line.isEmpty {
            if let question = line.rest(after: "问") {
                if let open = pairs.last, open.answer == nil { return ([], open.question) }
                pairs.append((question, nil))
            } else if let answer = line.rest(after: "答") {
                guard let open = pairs.last, open.answer == nil else { return ([], line) }
                pairs[pairs.count - 1].answer = answer
            } else if let open = pairs.last {
                if let answer = open.answer {
                    pairs[pairs.count - 1].answer = "\(answer)\n\(line)"
                } else {
                    pairs[pairs.count - 1].question += line
                }
            } else {
                return ([], line)
            }
        }
        let questions = pairs.compactMap { pair in pair.answer.map { CommonQuestion(pair.question, $0) } }
        let bare = pairs.first { $0.question.isEmpty || $0.answer?.isEmpty ?? true }
        return bare.map { ([], "问：\($0.question)") } ?? (questions, nil)
    }
}

extension String {
    /// What follows a mark and its colon; `nil` where the line does not begin with them.
    fileprivate func rest(after mark: String) -> String? {
        for colon in ["：", ":"] where hasPrefix(mark + colon) { return String(dropFirst(mark.count + 1)).trimmed }
        return nil
    }
}

/// A limit a statute sets, and where.
package struct StatutoryLimit: Hashable, Sendable, Codable {
    package let period: Period
    package let source: LegalBasis

    package init(_ period: Period, source: LegalBasis) {
        self.period = period
        self.source = source
    }
}

/// The body that exercises a power, as the item names it.
package struct AgencyReference: Hashable, Sendable, Codable {
    /// Its identifier in the directory, once it is registered there.
    package let id: String?
    /// The credit code or what the source list gives instead.
    package let code: String?
    package let name: String

    package init(id: String? = nil, code: String? = nil, name: String) {
        self.id = id
        self.code = code
        self.name = name
    }
}

/// The process by which an item is exercised.
package struct ProcessReference: Hashable, Sendable, Codable {
    package let id: String
    package let version: Int

    package init(id: String, version: Int) {
        self.id = id
        self.version = version
    }
}

/// The recorded ground on which an item is exempt from publication.
///
/// - Source: Regulations on Open Government Information (政府信息公开条例) art. 14.
package struct SecrecyGround: Hashable, Sendable, Codable {
    package let basis: LegalBasis
    package let reason: String
    /// Who decided that it is secret.
    package let decidedBy: String

    package init(basis: LegalBasis, reason: String, decidedBy: String) {
        self.basis = basis
        self.reason = reason
        self.decidedBy = decidedBy
    }
}
