import Access
import EventLog
import HTML
import Kernel

/// One change of the directory as a form: what it asks, what holds now, and the command the answers make.
struct ChangeForm: Sendable {
    let title: String
    /// What the change means, in a sentence; empty where the title says it.
    let note: String
    let fields: [ChangeField]
    /// Whether it takes something away.
    let isGrave: Bool
    /// What becomes of open work, for the preview; throws `ChangeFault` when work would be left without anybody.
    let effects: @Sendable (ChangeAnswers, EventReading) throws -> [ChangeEffect]
    /// Throws `ChangeFault` for an answer that only the database shows to be wrong.
    let command: @Sendable (ChangeAnswers, EventReading) throws -> any Command

    init(
        _ title: String,
        note: String = "",
        isGrave: Bool = false,
        fields: [ChangeField],
        effects: @escaping @Sendable (ChangeAnswers, EventReading) throws -> [ChangeEffect] = { _, _ in [] },
        command: @escaping @Sendable (ChangeAnswers, EventReading) throws -> any Command
    ) {
        self.title = title
        self.note = note
        self.isGrave = isGrave
        self.fields = fields
        self.effects = effects
        self.command = command
    }
}

/// What a change does to open work.
struct ChangeEffect: Hashable, Sendable {
    let words: String
    /// Whether work would wait for nobody.
    let isStranding: Bool
}

/// What a form is made from besides the thing it changes.
struct ChangeContext {
    let reading: EventReading
    let today: Day
    let principal: Principal
}

/// One question of a form, with the answer that holds now.
struct ChangeField: Sendable {
    enum Kind: Sendable {
        case line(greatest: Int)
        case lines(greatest: Int)
        case day
        case number(ClosedRange<Int>)
        case one([ChangeChoice])
        case several([ChangeChoice])
        /// Travels unseen: the version the user looked at.
        case carried
    }

    let name: String
    let label: String
    let hint: String
    let kind: Kind
    let isRequired: Bool
    /// What holds now; nothing for what is new.
    let present: [String]
    /// What the form shows first where nothing holds now.
    let suggestion: String

    init(
        _ name: String,
        _ label: String,
        _ kind: Kind,
        now present: [String] = [],
        hint: String = "",
        suggestion: String = "",
        isRequired: Bool = true
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.hint = hint
        self.present = present.filter { !$0.isEmpty }
        self.suggestion = suggestion
        self.isRequired = isRequired
    }

    static func line(
        _ name: String,
        _ label: String,
        _ greatest: Int = 200,
        now present: String? = nil,
        hint: String = "",
        isRequired: Bool = true
    ) -> ChangeField {
        ChangeField(
            name,
            label,
            .line(greatest: greatest),
            now: [present ?? ""],
            hint: hint,
            isRequired: isRequired
        )
    }

    static func lines(
        _ name: String,
        _ label: String,
        now present: String? = nil,
        hint: String = "",
        isRequired: Bool = false
    ) -> ChangeField {
        ChangeField(name, label, .lines(greatest: 4_000), now: [present ?? ""], hint: hint, isRequired: isRequired)
    }

    static func day(_ name: String, _ label: String, _ suggestion: Day?, isRequired: Bool = true) -> ChangeField {
        ChangeField(
            name,
            label,
            .day,
            hint: "格式 2026-01-31",
            suggestion: suggestion.map { "\($0)" } ?? "",
            isRequired: isRequired
        )
    }

    /// A day of which one holds already.
    static func day(_ name: String, _ label: String, now present: Day?) -> ChangeField {
        ChangeField(name, label, .day, now: [present.map { "\($0)" } ?? ""], hint: "格式 2026-01-31", isRequired: false)
    }

    static let reason = ChangeField("reason", "理由", .line(greatest: 2_000), hint: "写明依据的文件或者事实")

    /// Returns the words for a value of this field.
    func words(_ values: [String]) -> String {
        switch kind {
        case .one(let choices), .several(let choices):
            values.map { value in choices.first { $0.value == value }?.label ?? value }.joined(separator: "、")
        case .line, .lines, .day, .number, .carried: values.joined(separator: "、")
        }
    }
}

/// One of the answers a field offers.
struct ChangeChoice: Hashable, Sendable {
    let value: String
    let label: String

    init(_ value: String, _ label: String) {
        self.value = value
        self.label = label
    }
}

/// What is wrong with answers, each in words that say how to mend it.
struct ChangeFault: Error {
    let errors: [FieldError]

    init(_ field: String, _ message: String) {
        self.init([(field, message)])
    }

    init(_ faults: [(field: String, message: String)]) {
        errors = faults.map { FieldError(field: $0.field, message: $0.message) }
    }
}
