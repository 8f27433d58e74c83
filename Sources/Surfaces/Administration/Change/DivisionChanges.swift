import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// What forms change of a division, and the agencies registered in it.
///
/// - Source: 行政区划管理条例 art. 17 (codes).
enum DivisionChanges {
    static let all: [ChangeRoute<DivisionContents>] = [
        ChangeRoute("/administration/divisions/{code}/add", "adminAddDivision", AdministrationAccess.keepingDivisions) {
            contents,
            context in
            let above = contents.code
            return ChangeForm(
                "新增下级区划",
                fields: [
                    .line("code", "区划代码", 12, hint: "6位、9位（乡镇街道）或者12位（村居），以本级代码开头"),
                    .line("name", "名称"), .line("basis", "批准文件"), .day("from", "生效日期", context.today),
                ]
            ) { answers, _ in
                AddDivision(
                    try code("code", answers, below: above),
                    named: answers.text("name"),
                    from: try answers.day("from"),
                    basis: answers.text("basis")
                )
            }
        },
        ChangeRoute(
            "/administration/divisions/{code}/rename",
            "adminRenameDivision",
            AdministrationAccess.keepingDivisions
        ) { contents, context in
            let code = contents.code
            return ChangeForm(
                "区划更名",
                note: "代码不变；更名前的办件仍显示当时名称。",
                fields: [
                    .line("name", "名称", now: contents.path.last?.name), .line("basis", "批准文件"),
                    .day("from", "生效日期", context.today),
                ]
            ) { answers, _ in
                RenameDivision(
                    code,
                    to: answers.text("name"),
                    from: try answers.day("from"),
                    basis: answers.text("basis")
                )
            }
        },
        ChangeRoute("/administration/divisions/{code}/end", "adminEndDivision", AdministrationAccess.keepingDivisions) {
            contents,
            context in
            let code = contents.code
            return ChangeForm(
                "停用区划代码",
                note: "合并、撤销的区划停用代码，并指明后继代码；历史数据按原代码保留。",
                isGrave: true,
                fields: [
                    .line("successor", "后继代码", 12, hint: "没有后继的不填", isRequired: false), .line("basis", "批准文件"),
                    .day("from", "停用日期", context.today),
                ]
            ) { answers, _ in
                EndDivision(
                    code,
                    from: try answers.day("from"),
                    successor: answers.optional("successor") == nil
                        ? nil : try DivisionChanges.code("successor", answers, below: nil),
                    basis: answers.text("basis")
                )
            }
        },
        ChangeRoute("/administration/divisions/{code}/hall", "adminSetHall", AdministrationAccess.keepingDivisions) {
            contents,
            context in
            let code = contents.code
            return ChangeForm(
                "电子政务大厅的设置",
                fields: [
                    ChangeField(
                        "hall",
                        "大厅",
                        .one([ChangeChoice("own", "自设大厅"), ChangeChoice("shared", "使用上级的大厅")]),
                        now: [contents.hall?.code == code ? "own" : "shared"]
                    ),
                    .day("from", "生效日期", context.today),
                ]
            ) { answers, _ in
                SetDivisionHall(code, runsHall: answers.text("hall") == "own", from: try answers.day("from"))
            }
        },
        ChangeRoute(
            "/administration/divisions/{code}/agencies",
            "adminRegisterAgency",
            AdministrationAccess.keepingDivisions
        ) { contents, context in
            let code = contents.code
            return ChangeForm(
                "登记执法主体",
                note: "登记后须由本级人民政府确认公告；受委托组织须填写委托各栏。",
                fields: ProfileFields.all(nil, nil, context.today)
            ) { answers, _ in
                RegisterAgency(try ProfileFields.profile(answers, on: code), from: try answers.day("from"))
            }
        },
    ]

    private static func code(
        _ field: String,
        _ answers: ChangeAnswers,
        below above: Division.Code?
    ) throws(ChangeFault) -> Division.Code {
        let text = answers.text(field)
        guard let code = Division.Code(text) else { throw ChangeFault(field, "“\(text)”不是区划代码，应为6、9或者12位数字。") }
        if let above, code == above || !above.contains(code) {
            throw ChangeFault(field, "代码\(code)应在\(above)之下，请核对。")
        }
        return code
    }
}

extension DivisionContents: ChangeSubject {
    static func find(_ request: WebRequest, _ context: ChangeContext) throws -> DivisionContents? {
        guard let code = Division.Code(request.parameters["code"] ?? "") else { return nil }
        return try context.reading.contents(of: code, on: context.today)
    }

    var place: Place? { Place(division: code) }
    var key: String { code.text }
    var title: String { "\(path.last?.name ?? "") \(code)" }
    var address: String { AdministrationPath.division(code) }
    var crumbs: [Crumb] { [Crumb(path.last?.name ?? "", to: address)] }
}
