import Casework
import HTML
import Parties
import WebServer

/// Who applies, as typed; kept as it is until it is right.
struct ApplicantEntry: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case person, organization

        var chinese: String {
            switch self {
            case .person: "个人"
            case .organization: "企业或其他组织"
            }
        }
    }

    /// What is asked; the raw value is the field's name on the page.
    enum Question: String, Hashable, Sendable, CaseIterable {
        case name, identityNumber, mobile
        case organizationName, creditCode, representativeName, representativeMobile

        var label: String {
            switch self {
            case .name: "姓名"
            case .identityNumber: "身份证号"
            case .mobile: "手机号"
            case .organizationName: "单位名称"
            case .creditCode: "统一社会信用代码"
            case .representativeName: "法定代表人（负责人）姓名"
            case .representativeMobile: "联系手机号"
            }
        }

        static func of(_ kind: Kind) -> [Question] {
            switch kind {
            case .person: [.name, .identityNumber, .mobile]
            case .organization: [.organizationName, .creditCode, .representativeName, .representativeMobile]
            }
        }
    }

    /// Nil while nothing has been said.
    let kind: Kind?
    private let values: [Question: String]

    init(_ draft: SubmissionDraft) {
        kind = draft.answers[DraftKey.applicantKind].flatMap(Kind.init(rawValue:))
        values = Dictionary(
            uniqueKeysWithValues: Question.allCases.compactMap { question in
                draft.answers[DraftKey.applicant(question)].map { (question, $0) }
            }
        )
    }

    init(kind: Kind, _ form: FormValues) {
        self.kind = kind
        values = Dictionary(
            uniqueKeysWithValues: Question.of(kind).map { ($0, String((form[$0.rawValue] ?? "").prefix(500))) }
        )
    }

    private init(kind: Kind?, values: [Question: String]) {
        self.kind = kind
        self.values = values
    }

    /// The same with name and code of the firm from `other`, whatever was sent.
    func keepingFirm(of other: ApplicantEntry) -> ApplicantEntry {
        var values = values
        for question in [Question.organizationName, .creditCode] { values[question] = other[question] }
        return ApplicantEntry(kind: kind, values: values)
    }

    subscript(question: Question) -> String { values[question] ?? "" }

    func write(into draft: inout SubmissionDraft) {
        draft.answers[DraftKey.applicantKind] = kind?.rawValue
        for (question, value) in values { draft.answers[DraftKey.applicant(question)] = value }
    }

    /// What the page shows of each question.
    var shown: [String: String] {
        kind.map(values) ?? [:]
    }

    /// The answers to what is asked of a kind of applicant, by the names of their fields.
    func values(of kind: Kind) -> [String: String] {
        Dictionary(uniqueKeysWithValues: Question.of(kind).map { ($0.rawValue, self[$0]) })
    }

    /// The same with other answers.
    func with(_ shown: [String: String]) -> ApplicantEntry {
        let pairs = shown.compactMap { name, value in Question(rawValue: name).map { ($0, value) } }
        return ApplicantEntry(kind: kind, values: values.merging(pairs) { $1 })
    }

    /// What is not right yet, each at its field.
    var errors: [FieldError] {
        guard let kind else { return [FieldError(field: "name", message: "请填写申请人信息")] }
        return Question.of(kind).compactMap { question in
            do throws(PartiesError) {
                try check(question)
                return nil
            } catch {
                return FieldError(field: question.rawValue, message: "\(question.label)：\(HallWording(error).sentence)")
            }
        }
    }

    /// The applicant as the case takes it; call when there are no errors.
    var applicant: RegisterParty.Applicant {
        switch kind {
        case .organization:
            .organization(
                name: self[.organizationName],
                code: self[.creditCode],
                representative: LegalRepresentative(
                    name: self[.representativeName],
                    mobile: self[.representativeMobile]
                )
            )
        case .person, nil:
            .person(name: self[.name], identityNumber: self[.identityNumber], mobile: self[.mobile])
        }
    }

    private func check(_ question: Question) throws(PartiesError) {
        let value = self[question]
        switch question {
        case .name, .representativeName: _ = try PartyChecks.name(value, greatest: PartyChecks.greatestPersonName)
        case .organizationName: _ = try PartyChecks.name(value, greatest: PartyChecks.greatestOrganizationName)
        case .identityNumber: _ = try PartyChecks.identityNumber(value)
        case .creditCode: _ = try PartyChecks.creditCode(value)
        case .mobile, .representativeMobile: _ = try PartyChecks.mobile(value)
        }
    }
}

/// Under which keys a draft holds what.
enum DraftKey {
    static let applicantKind = "applicant.kind"
    /// Says that the form was saved once, so that an empty one of optional fields counts as seen.
    static let formSeen = "form.seen"
    static let receiptNumber = "receipt.number"
    static let receiptDue = "receipt.due"
    /// The account that began the draft; nobody else then sees it.
    static let account = "account"
    /// The mandate under which the account applies for a firm.
    static let mandate = "mandate"
    /// What is asked of which permit, and why, where it is no new one.
    static let purpose = "permit.purpose"
    static let prior = "permit.case"
    static let note = "permit.note"

    static func applicant(_ question: ApplicantEntry.Question) -> String { "applicant.\(question.rawValue)" }

    static func answer(_ field: String) -> String { "answer.\(field)" }

    /// Where an answer was taken from that the applicant has not changed.
    static func source(_ field: String) -> String { "source.\(field)" }
}
