import Catalog
import Codes
import Kernel
import Law
import WebServer

/// An item's content as the fields of a form; what cannot be read stays as typed.
struct ItemSheet: Sendable {
    enum Field: String, CaseIterable, Sendable {
        case code, localCode, name, englishName, mainName, category, local, agency, bases, levels, audience
        case statutory, statutorySource, promised, conditions
        case fee, permitName, place, hours, phone, complaintLine, rights, remedies, process
        case powerSource, entrustedBy, projectType, ways, visits, specialProcedure, levyKind, reducible
        case office, preference, liability, commonQuestions
        case secrecyBasis, secrecyReason, secrecyBy, remark
        case kind, trigger, evidence, evidenceOn, related, reason
    }

    enum MaterialField: String, CaseIterable, Sendable {
        case name, necessity, condition, form, originals, copies, source, sample, note
        case sourceNote, specification, acceptance, basis, remark

        init(_ fact: Material.Fact) {
            self =
                switch fact {
                case .sourceNote: .sourceNote
                case .specification: .specification
                case .acceptance: .acceptance
                case .basis: .basis
                case .remark: .remark
                }
        }
    }

    enum ChargeField: String, CaseIterable, Sendable {
        case name, standard, basis, reducible, reductionBasis, note
    }

    enum QuestionField: String, CaseIterable, Sendable {
        case label, key, kind, required, personal, choices, longest, hint
        /// Under which answer to which earlier question it is asked; of which group it is, and how often that is answered.
        case when, answer, group, least, most
    }

    static let greatestRows = 100
    /// Rows left open at the end of a group, for what is added.
    static let blankRows = 2

    private(set) var fields: [Field: String] = [:]
    private(set) var materials: [[MaterialField: String]] = []
    private(set) var questions: [[QuestionField: String]] = []
    private(set) var charges: [[ChargeField: String]] = []
    /// What was answered to the questions of local categories and in category fields, by the names of their fields.
    var answers: [String: String] = [:]

    subscript(field: Field) -> String {
        get { fields[field] ?? "" }
        set { fields[field] = newValue }
    }

    static func material(_ index: Int, _ field: MaterialField) -> String { "m\(index).\(field.rawValue)" }

    static func charge(_ index: Int, _ field: ChargeField) -> String { "c\(index).\(field.rawValue)" }

    static func question(_ index: Int, _ field: QuestionField) -> String { "q\(index).\(field.rawValue)" }

    /// Reads a form; rows are counted from 0 without gaps, those left empty are dropped.
    init(_ form: FormValues) {
        let sent = Dictionary(form.pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        func text(_ name: String) -> String { (sent[name] ?? "").replacing("\r\n", with: "\n").trimmingSpaces }
        for field in Field.allCases { self[field] = text(field.rawValue) }
        for name in sent.keys where ItemSheet.prefixes.contains(where: name.hasPrefix) { answers[name] = text(name) }
        func rows<Cell: CaseIterable & Hashable>(
            _ name: (Int, Cell) -> String,
            _ first: Cell
        ) -> [[Cell: String]] {
            (0..<ItemSheet.greatestRows).prefix { sent[name($0, first)] != nil }.map { row in
                Dictionary(uniqueKeysWithValues: Cell.allCases.map { ($0, text(name(row, $0))) })
            }
        }
        materials = rows(ItemSheet.material, .name).filter { $0[.name]?.isEmpty == false }
        questions = rows(ItemSheet.question, .label).filter { $0[.label]?.isEmpty == false }
        charges = rows(ItemSheet.charge, .name).filter { row in row.contains { !$0.value.isEmpty } }
    }

    /// What an item states, ready to be changed.
    init(
        _ content: ItemContent?,
        _ adjustment: ItemAdjustment? = nil,
        reason: String? = nil,
        categories: LocalCategories = .none
    ) {
        self[.kind] = adjustment?.kind.rawValue ?? (content == nil ? ItemAdjustment.Kind.added.rawValue : "")
        self[.trigger] = adjustment?.trigger.rawValue ?? ""
        self[.evidence] = adjustment?.evidence ?? ""
        self[.evidenceOn] = adjustment?.evidenceOn?.description ?? ""
        self[.related] = (adjustment?.related ?? []).joined(separator: "\n")
        self[.reason] = reason ?? ""
        guard let content else { return }
        self[.code] = content.awaitsCode ? "" : content.code
        self[.localCode] = content.localCode ?? ""
        self[.name] = content.name
        self[.englishName] = content.englishName ?? ""
        self[.mainName] = content.mainName ?? ""
        self[.category] = content.category.rawValue
        if let local = content.local { state(local, in: content.division, categories) }
        self[.agency] = content.agency?.id ?? ""
        self[.office] = content.office ?? ""
        self[.preference] = content.preference ?? ""
        self[.liability] = content.liability ?? ""
        self[.commonQuestions] = (content.questions ?? []).map(\.written).joined(separator: "\n")
        self[.bases] = content.bases.map(\.chinese).joined(separator: "\n")
        self[.levels] = (content.levels ?? []).map(\.chinese).joined(separator: "、")
        self[.audience] = content.audience ?? ""
        self[.statutory] = content.statutoryLimit.map { $0.period.written } ?? ""
        self[.statutorySource] = content.statutoryLimit?.source.chinese ?? ""
        self[.promised] = content.promisedLimit?.written ?? ""
        self[.conditions] = (content.conditions ?? []).joined(separator: "\n")
        self[.fee] = content.fee.map { $0.isCharged ? ItemSheet.charged : ItemSheet.free } ?? ""
        self[.permitName] = content.permitName ?? ""
        self[.place] = content.place ?? ""
        self[.hours] = content.hours ?? ""
        self[.phone] = content.phone ?? ""
        self[.complaintLine] = content.complaintLine ?? ""
        self[.rights] = (content.rights ?? []).joined(separator: "\n")
        self[.remedies] = (content.remedies ?? []).joined(separator: "\n")
        self[.process] = content.process.map { "\($0.id)@\($0.version)" } ?? ""
        let exercise = content.exercise
        self[.powerSource] = exercise?.source?.rawValue ?? ""
        self[.entrustedBy] = exercise?.entrustedBy ?? ""
        self[.projectType] = exercise?.projectType?.rawValue ?? ""
        self[.ways] = (exercise?.ways ?? []).map(\.chinese).joined(separator: "、")
        self[.visits] = exercise?.visits.map(String.init) ?? ""
        self[.specialProcedure] = exercise?.specialProcedure ?? ""
        self[.levyKind] = exercise?.levyKind ?? ""
        self[.reducible] = exercise?.isReducible.map { $0 ? ItemSheet.yes : ItemSheet.no } ?? ""
        self[.secrecyBasis] = content.secrecy?.basis.chinese ?? ""
        self[.secrecyReason] = content.secrecy?.reason ?? ""
        self[.secrecyBy] = content.secrecy?.decidedBy ?? ""
        self[.remark] = content.remark ?? ""
        materials = (content.materials ?? []).map(ItemSheet.row)
        charges = (content.fee?.charges ?? []).map(ItemSheet.row)
        for field in content.fields ?? [] { answers[ItemSheet.categoryField(field.key)] = field.text }
        questions = ItemSheet.rows(content.form ?? [])
    }

    static let free = "free"
    static let charged = "charged"
    static let yes = "yes"
    static let no = "no"

    /// What is usual for a material, on the lines left open.
    static let blankMaterial = row(Material(name: ""))

    private static func row(_ material: Material) -> [MaterialField: String] {
        var row: [MaterialField: String] = [
            .name: material.name, .necessity: material.necessity.rawValue, .condition: material.condition ?? "",
            .form: material.form.rawValue, .originals: String(material.originals),
            .copies: String(material.copies), .source: material.source.rawValue, .sample: material.sample ?? "",
            .note: material.note ?? "",
        ]
        for (fact, text) in material.rest { row[MaterialField(fact)] = text }
        return row
    }

    private static func row(_ charge: Fee.Charge) -> [ChargeField: String] {
        [
            .name: charge.name ?? "", .standard: charge.standard ?? "", .basis: charge.basis?.chinese ?? "",
            .reducible: charge.isReducible.map { $0 ? yes : no } ?? "",
            .reductionBasis: charge.reductionBasis ?? "", .note: charge.note ?? "",
        ]
    }
}
