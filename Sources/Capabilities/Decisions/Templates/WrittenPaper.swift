package import Casework
import Documents
import EventLog
import Kernel
package import Processes

/// A paper written by its form: the record, and what form and process say of such a paper.
package struct WrittenPaper: Hashable, Sendable {
    package let document: StepDocument
    package let form: DocumentForm
    package let record: DocumentRecord

    package init(document: StepDocument, form: DocumentForm, record: DocumentRecord) {
        self.document = document
        self.form = form
        self.record = record
    }

    /// Returns the papers that were written together; none once they are erased.
    static func papers(of given: DocumentsWritten, in definition: ProcessDefinition) -> [WrittenPaper] {
        guard let step = definition.step(given.step), let forms = try? DocumentForms.shipped() else { return [] }
        let listed = step.documents + step.outcomes.flatMap(\.documents)
        return (given.documents.value ?? []).map { record in
            let document = listed.first { $0.name == record.document } ?? StepDocument(record.document)
            let form = forms.form(of: document) ?? DocumentForm(name: record.document, fields: [])
            return WrittenPaper(document: document, form: form, record: record)
        }
    }

    func says(_ content: Processes.DocumentContent) -> Bool {
        document.contents.contains(content) || form.contents.contains(content)
    }

    func document(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        opening(facts) + proposal(facts) + fields + rights(facts) + access(facts)
            + (says(.remedies) && form.isForParty ? facts.remedies(against: act) : []) + signatures
    }

    /// How the other party of an adjudication follows the case and answers without coming.
    private func access(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        guard document.name == CaseFile.respondentNotice, let code = facts.respondentCode else { return [] }
        return [
            .heading("查看案件和提交答辩"),
            .paragraph("你（单位）可以在网上办事大厅“查询办件”中，凭下列编号和查询码查看本案进展、领取送达你（单位）的文书，并以留言和附件提交答辩书和证据。查询码仅供你（单位）使用，请妥善保管。"),
            .table(.definitions([(term: "办件编号", value: facts.caseNumber), (term: "查询码", value: code)])),
        ]
    }

    /// How the paper calls itself where the party may contest it.
    private var act: String { document.name.hasSuffix("决定书") ? "决定" : "通知" }

    private func opening(_ facts: CaseDocumentFacts) -> [DocumentBlock] {
        DocumentWording.beginning(facts.wording?.opening ?? "", form.opening).map { text in
            .paragraph(text.filled(facts, articles))
        }
    }

    /// The articles that what was chosen rests on, by field.
    private var articles: [String: LegalSource] {
        var found: [String: LegalSource] = [:]
        for field in form.fields {
            guard let articles = field.articles else { continue }
            found[field.key] = articles[record.text(field.key)] ?? field.source
        }
        return found
    }

    /// The signatures that are made by hand, each with a line of its own.
    private var signatures: [DocumentBlock] {
        guard !form.signatories.isEmpty else { return [] }
        return [.table(.definitions(form.signatories.map { (term: "\($0)签名", value: "\n") }))]
    }
}

extension WrittenPaper {
    /// The fields in the form's order: short answers side by side in a table, long ones under their own heading.
    private var fields: [DocumentBlock] {
        var blocks: [DocumentBlock] = []
        var short: [(term: String, value: String)] = []
        func flush() {
            if !short.isEmpty { blocks.append(.table(.definitions(short))) }
            short = []
        }
        for entry in record.entries where entry.key != form.addressee {
            let field = form.fields.first { $0.key == entry.key }
            if let rows = entry.rows {
                flush()
                blocks += [.heading(entry.label), .table(table(rows, field?.columns ?? []))]
            } else if field?.kind == .paragraph {
                flush()
                blocks += [.heading(entry.label), .paragraph(entry.text)]
            } else {
                short.append((term: entry.label, value: field?.chinese(entry.text) ?? entry.text))
            }
        }
        flush()
        return blocks
    }

    private func table(_ rows: [[String]], _ columns: [String]) -> DocumentTable {
        let titles = columns.isEmpty ? rows.first?.map { _ in "" } ?? [] : columns
        return DocumentTable(
            columns: [DocumentTable.Column(title: "序号", share: 1)]
                + titles.map { title in
                    DocumentTable.Column(title: title, share: ["意见", "材料名称", "名称"].contains(title) ? 4 : 2)
                },
            rows: rows.enumerated().map { ["\($0 + 1)"] + $1 }
        )
    }
}

extension DocumentField {
    /// Returns an answer as documents write it: `2026年3月2日9时30分`, `人民币1,000.00元`.
    fileprivate func chinese(_ text: String) -> String {
        switch kind {
        case .day: return Day(text)?.chinese ?? text
        case .money: return Money(yuan: text).map { "人民币\($0.grouped)元" } ?? text
        case .moment:
            let parts = text.split { $0 == " " || $0 == "T" }
            let clock = parts.last?.split(separator: ":").compactMap { Int($0) } ?? []
            guard parts.count == 2, let day = Day(parts[0]), clock.count == 2 else { return text }
            return "\(day.chinese)\(clock[0])时\(clock[1] < 10 ? "0" : "")\(clock[1])分"
        case .line, .paragraph, .choice, .rows: return text
        }
    }
}

extension String {
    /// Puts names and articles where the braces stand.
    func filled(_ facts: CaseDocumentFacts, _ articles: [String: LegalSource] = [:]) -> String {
        var parts = split(separator: "{", omittingEmptySubsequences: false).map(String.init)
        for index in parts.indices.dropFirst() {
            let halves = parts[index].split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { continue }
            let word =
                switch halves[0] {
                case "item": facts.item.name
                case "party": facts.applicant
                case "decision": facts.matter.decision.map { "《\($0.title)》（\($0.number)）" } ?? "行政决定"
                case let key: (articles[String(key)] ?? LegalSource(String(key))).official
                }
            parts[index] = word + halves[1]
        }
        return parts.joined()
    }
}
