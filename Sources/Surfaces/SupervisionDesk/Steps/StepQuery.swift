import Directory
import Kernel
import Supervision
import WebServer

/// Which steps somebody looks at, as the address says it.
struct StepQuery: Hashable, Sendable {
    /// How far back.
    enum Span: Int, Hashable, Sendable, CaseIterable {
        case month = 30
        case quarter = 90
        case year = 365
    }

    var division: String?
    var agency: String?
    var post: String?
    var caseNumber: String?
    var item: String?
    var step: String?
    var days = Span.quarter
    /// Whether the list below shows late steps alone.
    var onlyLate = false

    init() {}

    /// Reads what the address asks for; what is not understood is the usual view.
    init(_ query: FormValues) {
        let text = { (name: String) in query[name].flatMap { $0.isEmpty ? nil : $0 } }
        division = text("division")
        agency = text("agency")
        post = text("post")
        caseNumber = text("case")
        item = text("item")
        step = text("step")
        days = query["days"].flatMap(Int.init).flatMap(Span.init) ?? .quarter
        onlyLate = query["late"] == "1"
    }

    /// The query with its question mark.
    var text: String {
        let parts = pairs.map { "\($0.name)=\(URLText.encode($0.value))" }
        return parts.isEmpty ? "" : "?\(parts.joined(separator: "&"))"
    }

    var pairs: [(name: String, value: String)] {
        let fields = [
            ("division", division), ("agency", agency), ("post", post), ("case", caseNumber), ("item", item),
            ("step", step), ("days", days == .quarter ? nil : "\(days.rawValue)"), ("late", onlyLate ? "1" : nil),
        ]
        return fields.compactMap { name, value in value.map { (name: name, value: $0) } }
    }

    func with(_ change: (inout StepQuery) -> Void) -> StepQuery {
        var other = self
        change(&other)
        return other
    }

    func slice(_ agencies: Set<String>, today: Day) -> StepSlice {
        var slice = StepSlice(days: (today - (days.rawValue - 1))...today, agencies: agencies)
        slice.item = item
        slice.step = step
        slice.post = post
        slice.caseNumber = caseNumber
        return slice
    }
}
