import Acting
import Access
import CanonicalJSON
import Casework
import Catalog
import Codes
import EventLog
import Kernel
import Processes
import Supervision
import WebServer

extension RESTAPI {
    /// What waits for the token's post, and what its agency has.
    static let inboxOperations: [Endpoint] = [
        .question(
            "/inbox",
            "Inbox",
            "本岗待办",
            query: Page.parameters,
            answer: .json(Page.shape("InboxPage", of: .inboxLine))
        ) { call in
            let page = try Page(call, keyParts: 2)
            let (functions, agency) = (call.functions, call.principal.agency?.text ?? "")
            let rows = try await call.read { reading in
                functions.isEmpty
                    ? []
                    : try reading.deskInbox(
                        of: agency,
                        functions: functions,
                        after: page.number.map { (Instant(milliseconds: $0), CaseFile.ID(page.after[1])) },
                        limit: page.limit + 1
                    )
            }
            return page.answer(
                rows,
                call,
                as: Page.shape("InboxPage", of: .inboxLine),
                key: { "\($0.enteredAt.milliseconds).\($0.summary.id)" },
                value: { row in
                    .members([
                        "number": .text(row.summary.number), "item": .text(row.summary.itemName),
                        "stage": .text(row.summary.stage.rawValue), "step": .text(row.step),
                        "post": .text(row.function), "since": .moment(row.enteredAt),
                        "answerDue": row.summary.answerDue.map(JSONValue.day),
                        "promisedDue": row.summary.promisedDue.map(JSONValue.day),
                        "statutoryDue": row.summary.statutoryDue.map(JSONValue.day),
                    ])
                }
            )
        },
        .question(
            "/cases",
            "Cases",
            "本机关办件",
            query: Page.parameters + [
                Endpoint.Parameter(name: "stage", title: "办件状态", shape: .choice(Stage.Name.self, \.chinese))
            ],
            answer: .json(Page.shape("CasePage", of: .caseLine))
        ) { call in
            let page = try Page(call, keyParts: 2)
            let agency = call.principal.agency?.text ?? ""
            let stage = call.request.query["stage"].flatMap(Stage.Name.init)
            let rows = try await call.read { reading in
                let before = page.number.map { (Instant(milliseconds: $0), CaseFile.ID(page.after[1])) }
                return if let stage {
                    try reading.deskCases(of: agency, in: stage, before: before, limit: page.limit + 1)
                } else {
                    try reading.cases(of: agency, before: before, limit: page.limit + 1)
                }
            }
            return page.answer(
                rows,
                call,
                as: Page.shape("CasePage", of: .caseLine),
                key: { "\($0.lastActAt.milliseconds).\($0.id)" },
                value: { row in
                    .members([
                        "number": .text(row.number), "item": .text(row.itemName),
                        "stage": .text(row.stage.rawValue), "receivedOn": .day(row.receivedOn),
                        "lastActAt": .moment(row.lastActAt), "decisionNumber": row.decisionNumber.map(JSONValue.text),
                        "decidedOn": row.decidedOn.map(JSONValue.day), "closedOn": row.closedOn.map(JSONValue.day),
                    ])
                }
            )
        },
        .question(
            "/items",
            "Items",
            "本机关可以办理的事项",
            answer: .json(.itemList)
        ) { call in
            let (agency, today) = (call.principal.agency?.text ?? "", call.today)
            let forms = try DocumentForms.shipped()
            let items = try await call.read { reading in
                try reading.executableItems(of: agency, in: PowerCategory.allCases, on: today).map { id, version in
                    let pin = version.content.process.map { ProcessPin(id: $0.id, version: $0.version) }
                    return JSONValue.item(id, version, try pin.flatMap(reading.process)?.definition, forms)
                }
            }
            return .found(.members(["items": .array(items)]), as: .itemList)
        },
        .question(
            "/findings",
            "Findings",
            "本机关的监察信息",
            [.answerFinding, .readFindings],
            query: Page.parameters,
            answer: .json(Page.shape("FindingPage", of: .finding))
        ) { call in
            let page = try Page(call, keyParts: 1)
            let agency = call.principal.agency?.text ?? ""
            let rows = try await call.read { reading in
                try reading.findings(
                    FindingSearch(agencies: [agency]),
                    after: page.number.map { OpenFindings.Cursor(rank: 0, position: $0) },
                    limit: page.limit + 1
                )
            }
            return page.answer(
                rows,
                call,
                as: Page.shape("FindingPage", of: .finding),
                key: { "\($0.position)" },
                value: { row in
                    .members([
                        "case": .text(row.caseNumber), "number": .integer(Int64(row.number)),
                        "rule": .text(row.rule), "level": .text(row.level.rawValue),
                        "status": .text(row.status.rawValue), "message": .text(row.message),
                        "article": .text(row.article), "raisedAt": .moment(row.raisedAt),
                        "explainBy": row.explainBy.map(JSONValue.day),
                    ])
                }
            )
        },
    ]
}

extension ObjectShape {
    fileprivate static let inboxLine = ObjectShape(
        "InboxLine",
        [
            .required("number", "办件编号", .text()), .required("item", "事项名称", .text()),
            .required("stage", "办件状态", .choice(Stage.Name.self, \.chinese)),
            .required("step", "待办环节", .text()), .required("post", "流程中的岗位", .text()),
            .required("since", "自何时起待办", .moment), .optional("answerDue", "应于何日前答复是否受理", .day),
            .optional("promisedDue", "承诺期限届满日", .day), .optional("statutoryDue", "法定期限届满日", .day),
        ]
    )

    fileprivate static let caseLine = ObjectShape(
        "CaseLine",
        [
            .required("number", "办件编号", .text()), .required("item", "事项名称", .text()),
            .required("stage", "办件状态", .choice(Stage.Name.self, \.chinese)),
            .required("receivedOn", "收件或者登记日期", .day), .required("lastActAt", "最近一次办理", .moment),
            .optional("decisionNumber", "决定文号", .text()), .optional("decidedOn", "决定日期", .day),
            .optional("closedOn", "办结日期", .day),
        ]
    )

    fileprivate static let finding = ObjectShape(
        "Finding",
        [
            .required("case", "办件编号", .text()), .required("number", "在办件中的序号", .integer),
            .required("rule", "监察规则", .text()),
            .required("level", "级别", .choice(FindingLevel.self, \.chinese)),
            .required("status", "处理状态", .choice(Finding.Status.Name.self, \.chinese)),
            .required("message", "内容", .text()), .required("article", "依据", .text()),
            .required("raisedAt", "发出时间", .moment), .optional("explainBy", "应于何日前说明", .day),
        ]
    )

    fileprivate static let item = ObjectShape(
        "Item",
        [
            .required("id", "事项", .text()), .required("code", "事项编码", .text()),
            .required("name", "事项名称", .text()), .required("category", "权力类别", .text()),
            .required("version", "版本", .integer), .optional("process", "流程", .text()),
            .required("materials", "申请材料", .list(.object(.neededMaterial))),
            .required("form", "申请表单各栏", .list(.object(.formField))),
            .required("isExOfficio", "是否依职权", .boolean),
            .required("documents", "依职权登记时应填写的文书", .list(.object(.documentForm))),
        ]
    )

    fileprivate static let itemList = ObjectShape(
        "ItemList",
        [.required("items", "各事项", .list(.object(.item), most: 10_000))]
    )

    fileprivate static let neededMaterial = ObjectShape(
        "NeededMaterial",
        [.required("name", "材料名称", .text()), .required("isRequired", "是否必交", .boolean)]
    )

    fileprivate static let formField = ObjectShape(
        "FormField",
        formQuestion + [
            .optional("parts", "组内各栏；答案的键为“组.序号.栏目”，序号从1起", .list(.object(ObjectShape("FormPart", formQuestion)))),
            .optional("least", "一组至少几项", .integer),
            .optional("most", "一组至多几项", .integer),
        ]
    )

    private static let formQuestion: [Field] = [
        .required("key", "栏目", .text()), .required("label", "栏目名称", .text()),
        .required("kind", "填写方式", .text()), .required("isRequired", "是否必填", .boolean),
        .required("choices", "可选内容", .list(.text())),
        .optional("condition", "仅在此前哪一栏的答案如此时填写", .object(formCondition)),
    ]

    private static let formCondition = ObjectShape(
        "FormCondition",
        [.required("field", "此前的栏目", .text()), .required("test", "答案应当如何，按决策表单元格书写", .text())]
    )
}

extension JSONValue {
    fileprivate static func item(
        _ id: PowerItem.ID,
        _ version: ItemVersion,
        _ process: ProcessDefinition?,
        _ forms: DocumentForms
    ) -> JSONValue {
        let content = version.content
        let isExOfficio = process?.category.isExOfficio ?? false
        let first = process.flatMap { process in isExOfficio ? process.step(process.first) : nil }
        let papers = first.flatMap { step in
            step.outcomes.first.flatMap { outcome in
                process.map { forms.forms(of: step, ending: outcome, in: $0.category) }
            }
        }
        return .members([
            "id": .text(id.text), "code": .text(content.code), "name": .text(content.name),
            "category": .text(content.category.rawValue), "version": .integer(Int64(version.number)),
            "process": content.process.map { .text("\($0.id)/\($0.version)") },
            "materials": .list(content.materials ?? []) { material in
                .members(["name": .text(material.name), "isRequired": .boolean(material.mustBeFiled)])
            },
            "form": .list(content.form ?? [], JSONValue.question),
            "isExOfficio": .boolean(isExOfficio),
            "documents": .list(papers ?? [], JSONValue.form),
        ])
    }

    private static func question(_ field: FormField) -> JSONValue {
        .members([
            "key": .text(field.key), "label": .text(field.label), "kind": .text(field.kind.rawValue),
            "isRequired": .boolean(field.isRequired), "choices": .list(field.choices ?? []) { .text($0) },
            "condition": field.condition.map { condition in
                .members(["field": .text(condition.field), "test": .text(condition.test)])
            },
            "parts": field.parts.map { .list($0, JSONValue.question) },
            "least": field.kind == .group ? .integer(Int64(field.rows.lowerBound)) : nil,
            "most": field.kind == .group ? .integer(Int64(field.rows.upperBound)) : nil,
        ])
    }
}
