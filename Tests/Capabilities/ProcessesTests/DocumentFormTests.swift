import Processes
import Testing

@Suite("The forms of official documents")
struct DocumentFormTests {
    @Test("every form that is shipped is named by a process or has an occasion, and no two bear one name")
    func named() throws {
        let forms = try DocumentForms.shipped()
        let listed = try Set(ProcessTemplate.allCases.flatMap { try $0.definition().listedDocuments.map(\.name) })
        #expect(forms.all.filter { $0.occasion == nil && !listed.contains($0.name) }.isEmpty)
        for form in forms.all {
            guard let occasion = form.occasion else { continue }
            for template in try ProcessTemplate.allCases.map({ try $0.definition() })
            where occasion.categories.contains(template.category) {
                #expect(
                    template.steps.contains { occasion.kinds.contains($0.kind) },
                    "\(form.name) has no step in \(template.name)"
                )
            }
        }
        #expect(forms.count == forms.names.count)
    }

    @Test("a form asks little: at most nine answers, and only the record of a hearing asks as many", arguments: forms)
    func short(form: DocumentForm) {
        let required = form.fields.filter { $0.isRequired && $0.passing.isEmpty }
        #expect((1...9).contains(required.count))
        #expect(required.count <= 7 || form.name == "听证笔录", "\(form.name) asks \(required.count)")
        #expect(Set(form.fields.map(\.key)).count == form.fields.count)
    }

    @Test(
        "a field can be answered: choices to choose from, columns to fill, a field for each addressee",
        arguments: forms
    )
    func answerable(form: DocumentForm) {
        for field in form.fields {
            #expect((field.kind == .choice) == !field.choices.isEmpty, "\(form.name): \(field.label)")
            #expect((field.kind == .rows) == !field.columns.isEmpty, "\(form.name): \(field.label)")
            #expect(field.passing.allSatisfy(field.choices.contains))
            if let articles = field.articles { #expect(Set(articles.keys) == Set(field.choices), "\(form.name)") }
            if let source = field.source { #expect(source.law.contains("法") || source.law.hasSuffix("号")) }
        }
        if let addressee = form.addressee, !addressee.isEmpty {
            #expect(form.fields.contains { $0.key == addressee && $0.isRequired })
        }
    }

    @Test("what is handed to the party, and only what leaves the house, bears a number")
    func numbered() {
        for form in DocumentFormTests.forms {
            #expect(!form.isForParty || form.word != nil, "\(form.name) has no series")
            #expect(form.word == nil || form.isForParty || form.addressee != nil, "\(form.name) goes to nobody")
        }
    }

    @Test(
        "a field cites the law of the category it is asked in",
        arguments: [
            ("听证笔录", "chair", .penaltyHearing, "行政处罚法§64(四)"), ("听证笔录", "chair", .licensing, "行政许可法§48(三)"),
            ("听证笔录", "chair", .adjudication, nil), ("陈述申辩复核意见书", "review", .penalty, "行政处罚法§45"),
            ("陈述申辩复核意见书", "review", .coerciveExecution, "行政强制法§36"),
            ("当场告知记录", "facts", .coerciveMeasure, "行政强制法§18(五)"), ("催告书", "duty", .penalty, "行政强制法§54"),
        ] as [(String, String, ProcessDefinition.Category, String?)]
    )
    func cited(name: String, key: String, category: ProcessDefinition.Category, source: String?) throws {
        let form = try #require(try DocumentForms.shipped().form(of: StepDocument(name))).cited(in: category)
        #expect(form.fields.first { $0.key == key }?.source?.description == source)
    }

    @Test(
        "what the statute wants of a paper is asked for",
        arguments: [
            ("催告书", ["行政强制法§35(一)", "行政强制法§35(二)", "行政强制法§35(三)"]),
            ("听证通知书", ["行政处罚法§64(二)", "行政处罚法§64(三)", "行政处罚法§64(四)"]), ("听证笔录", ["行政处罚法§64(七)", "行政处罚法§64(八)"]),
            ("现场笔录", ["行政强制法§18(七)", "行政强制法§18(八)", "行政强制法§18(九)"]), ("集体讨论记录", ["行政处罚法§57.2"]),
            ("先行登记保存通知书", ["行政处罚法§56"]), ("未履行情况登记表", ["行政强制法§37(一)"]), ("案件来源登记表", ["行政处罚法§59(一)"]),
        ]
    )
    func asked(name: String, sources: [String]) throws {
        let form = try #require(try DocumentForms.shipped().form(of: StepDocument(name)))
        let cited = Set(form.fields.compactMap { $0.source?.description })
        #expect(Set(sources).subtracting(cited).isEmpty)
    }

    @Test("a legal review affirms ten elements, and one that is wanting bars the decision")
    func elements() throws {
        let form = try #require(try DocumentForms.shipped().form(of: StepDocument("法制审核意见书")))
        #expect(form.fields.count { $0.passing == ["符合", "不涉及"] } == 10)
    }

    private static let forms = (try? DocumentForms.shipped().all) ?? []
}
