import Browser
import TestSupport
import Testing

/// The people of the story: whoever sits at a desk, and the one who gives roles.
struct Upkeep {
    let house: RunningHouse
    let album: Album
    let clerk: BrowserWindow
    let administrator: BrowserWindow

    /// One account of the demonstration: where it works, what stands there, and where it may not go.
    private struct Seat {
        let account: String
        let own: [(path: String, heading: String)]
        let refused: [String]
    }

    private static let accounts = "/administration/accounts"
    private static let audit = "/administration/audit"
    private static let divisions = "/administration/divisions/511602"

    private static let seats = [
        Seat(
            account: "sp-chuangkou",
            own: [("/desk", "办案工作台"), ("/administration/recusals", "回避")],
            refused: [accounts, audit, divisions]
        ),
        Seat(
            account: "sp-chengban1",
            own: [("/desk", "办案工作台"), ("/administration/recusals/declare", "申报与当事人的关系")],
            refused: [accounts, audit, divisions]
        ),
        Seat(account: "sp-shenhe", own: [("/desk", "办案工作台")], refused: [accounts, audit, divisions]),
        Seat(
            account: "sp-pizhun",
            own: [("/desk", "办案工作台"), ("/administration/recusals", "回避")],
            refused: [accounts, audit, divisions]
        ),
        Seat(
            account: "mulu",
            own: [("/administration", "待处理事项"), (divisions, "广安区"), ("\(divisions)/agencies", "登记执法主体")],
            refused: [accounts, audit, "/administration/rules", "/administration/recusals"]
        ),
        Seat(
            account: "fazhi",
            own: [("/administration/rules", "机构人员管理参数"), ("/administration/lists/officers", "执法人员")],
            refused: [accounts, audit, "\(divisions)/add"]
        ),
        Seat(account: "gongbu", own: [], refused: [accounts, audit, divisions]),
        Seat(
            account: "jiancha",
            own: [("/administration/recusals", "回避")],
            refused: [accounts, audit, divisions]
        ),
        Seat(account: "xitong", own: [(accounts, "账号与角色")], refused: [audit, divisions, "/desk"]),
        Seat(account: "anquan", own: [(accounts, "账号与角色")], refused: [audit, divisions, "/desk"]),
        Seat(account: "shenji", own: [(audit, "安全审计")], refused: [accounts, divisions, "/desk"]),
    ]

    func everyAccountReachesItsOwn() async throws {
        try await house.setClock(to: "2026-03-09")
        for seat in Self.seats {
            try await signIn(seat.account)
            for (path, heading) in seat.own {
                try await clerk.open(path)
                try await clerk.see(heading)
                try await look(as: "\(seat.account)\(path.replacing("/", with: "-"))")
            }
            for path in seat.refused {
                let status = try await clerk.download(path).status
                #expect(status == 403, "\(seat.account) \(path)")
            }
        }
    }

    /// The other ready-made roles, given one after the other to the same account by the security administrator.
    func aRoleTakesEffectWithTheNextPage() async throws {
        try await signIn("anquan", at: administrator)
        try await administrator.open("\(Self.accounts)?q=gongbu")
        try await administrator.press(.link("gongbu"))
        let page = try await administrator.path
        try await signIn("gongbu")
        let roles = [
            ("establishmentOffice", "\(Self.divisions)/agencies", "/administration/rules"),
            ("disciplineInspector", Self.divisions, "\(Self.divisions)/add"),
            ("auditor", Self.divisions, Self.audit), ("financeOffice", Self.divisions, "\(Self.divisions)/add"),
            ("personnelOffice", Self.divisions, "\(Self.divisions)/agencies"),
            ("serviceCenter", "/desk", Self.accounts),
            ("disclosureOffice", "/administration/lists/subjects", Self.audit),
            ("internalSupervisor", "/administration/recusals", Self.accounts),
            ("approvalOffice", "/desk", Self.divisions), ("supervisionOffice", Self.divisions, Self.accounts),
            ("legalReviewer", "/administration/recusals", Self.divisions),
            ("legalOffice", "/administration/rules", "\(Self.divisions)/agencies"),
            ("directoryKeeper", "\(Self.divisions)/add", Self.accounts),
        ]
        var before = "catalogPublisher"
        for (role, own, refused) in roles {
            try await administrator.open(page)
            try await administrator.find(.css("select[name=\(before)] option[value='']")).click()
            try await administrator.find(.css("select[name=\(role)] option[value='5']")).click()
            try await administrator.press(.button("保存角色"))
            #expect(try await clerk.download(own).status == 200, "\(role) \(own)")
            #expect(try await clerk.download(refused).status == 403, "\(role) \(refused)")
            before = role
        }
    }

    /// Returns the number of the case.
    func aHandlerAsksToBeRecused() async throws -> String {
        try await signIn("zj-chengban1", on: "/desk")
        let number = try await clerk.find(.css("table.data tbody a")).text
        try await clerk.open("/desk/cases/\(number)")
        let form = OfficeForm(window: clerk, prefix: "recusal")
        try await form.open()
        try await clerk.find(.css("select[name='recusal-by'] option[value='officer']")).click()
        try await clerk.find(.css("select[name='recusal-officer'] option:last-child")).click()
        try await clerk.find(.css("select[name='recusal-ground'] option[value='kinship']")).click()
        try await form.write("reasons", "申请人是本人的表弟")
        try await clerk.press(.button("确认：申请回避"))
        try await clerk.see("自行申请回避的应为本人，实为他人")
        _ = try await clerk.complaints()
        try await look(as: "recusal-faulty")
        let account = try await clerk.find(.css("*:has(> form[action='/sign-out']) > span")).text
        try await form.choose("officer", String(account.prefix(upTo: account.lastIndex(of: "（") ?? account.endIndex)))
        try await clerk.press(.button("确认：申请回避"))
        try await clerk.see("已办理：申请回避")
        try await look(as: "recusal-asked")
        try await clerk.open("/administration/recusals")
        #expect(try await clerk.has(.row(number)))
        return number
    }

    func theHeadDecides(_ number: String) async throws {
        try await signIn("zj-pizhun", on: "/desk/cases/\(number)")
        let form = OfficeForm(window: clerk, prefix: "recusalend")
        try await form.open()
        try await clerk.find(.css("select[name='recusalend-officer'] option:last-child")).click()
        try await clerk.find(.css("select[name='recusalend-decision'] option[value='grant']")).click()
        try await form.write("reasons", "近亲属关系属实")
        try await clerk.press(.button("确认：决定回避"))
        try await clerk.see("已制作《回避决定书》")
        try await clerk.open("/administration/recusals")
        try await clerk.see("没有待决定的回避申请")
        #expect(try await !clerk.has(.row(number)))
    }

    func workIsNotLeftBehind() async throws {
        try await signIn("mulu", on: Self.divisions)
        try await clerk.press(.link("区住建局"))
        let agency = try await clerk.path
        try await look(as: "agency")
        try await clerk.press(.link("承办岗"))
        let post = try await clerk.path
        try await clerk.press(.button("撤销岗位"))
        try await clerk.fill(.field("理由"), with: "科室合并")
        try await clerk.press(.button("预览变更"))
        try await clerk.see("没有人继续办理；先新设同类岗位并任职，或者办结在办事项")
        _ = try await clerk.complaints()
        try await clerk.open(post)
        try await clerk.press(.button("免职"))
        try await clerk.find(.css("select[name=officer] option:last-child")).click()
        try await clerk.fill(.field("理由"), with: "岗位轮换")
        try await clerk.press(.button("预览变更"))
        try await clerk.see("继续办理")
        try await look(as: "relief-preview")
        try await clerk.press(.button("确认"))
        try await clerk.see("已记录：免职")
        try await clerk.open("\(agency)/close")
        try await clerk.fill(.field("理由"), with: "机构改革")
        try await clerk.press(.button("预览变更"))
        try await clerk.see("没有办结，应先办结归档")
        _ = try await clerk.complaints()
        for act in ["profile", "training", "plan"] {
            try await clerk.open("\(agency)/\(act)")
            try await look(as: "agency-\(act)")
        }
        try await clerk.open("\(post)/charter")
        try await look(as: "charter")
    }

    func aListComesAsAWorkbook() async throws {
        let file = try house.write("人员.xlsx", Workbooks.file(Workbooks.officers))
        try await signIn("fazhi", on: "/administration/lists/officers")
        try await look(as: "list")
        try await clerk.find(.css("input[type=file]")).type(file)
        try await clerk.press(.button("预览"))
        try await clerk.see("没有名为“广安市广安区教育局”的机构")
        try await look(as: "import-preview")
    }

    /// The designer with a process of nineteen steps, and what its next version would mean for the running cases.
    func aProcessIsDrawnUp() async throws {
        try await signIn("mulu", on: "/processes")
        try await look(as: "processes")
        try await clerk.find(.field("以什么为底稿")).type("范本：行政许可通用流程")
        try await clerk.press(.button("起草"))
        try await clerk.see("已建立草稿")
        try await look(as: "designer")
        let draft = try await clerk.path
        try await clerk.open("\(draft)/rehearsal")
        try await look(as: "rehearsal")
        try await clerk.open("/processes")
        try await clerk.find(.field("以什么为底稿")).type("修改：行政许可通用流程（第 1 版）")
        try await clerk.press(.button("起草"))
        try await clerk.press(.link("对在办件的影响"))
        try await clerk.see("各环节的在办件")
        try await look(as: "impact")
    }

    func signIn(_ name: String, on path: String = "/", at window: BrowserWindow? = nil) async throws {
        let window = window ?? clerk
        try await window.dropCookies()
        try await window.open("/sign-in?from=\(path)")
        try await window.fill(.field("用户名"), with: name)
        try await window.fill(.field("密码"), with: "Hengjian-2026")
        try await window.press(.button("登录"))
    }

    /// Looks at a page on a wide and a narrow screen; nothing may be broken.
    func look(as name: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let faults = try await album.look(at: clerk, as: name)
        #expect(faults.isEmpty, "\(name)", sourceLocation: sourceLocation)
    }
}
