import Browser
import Testing

/// The people of the story: a citizen at home, and the computers of the office.
struct Agency {
    let house: RunningHouse
    let album: Album
    let citizen: BrowserWindow
    let office: BrowserWindow

    static let item = "511A0015500009-511602000000-000-115113016823646795-1-00"
    static let mobile = "13900000001"
    static let password = "Xianfeng-2026"
    static let firm = (name: "演示餐饮店", code: "52511602MJ00000180")

    func aCitizenRegisters() async throws {
        try await house.setClock(to: "2026-03-09")
        try await citizen.open("/")
        try await citizen.press(.link("登录"))
        try await look(at: citizen, as: "sign-in")
        try await citizen.press(.button("注册"))
        try await look(at: citizen, as: "register")
        try await citizen.fill(.field("手机号"), with: Self.mobile)
        try await citizen.press(.button("获取验证码"))
        try await citizen.see("验证码已发出")
        try await look(at: citizen, as: "register-code")
        try await signIn("xitong", on: "/administration/outbox")
        let row = try await office.find(.row(Self.mobile)).text
        let code = try #require(row.firstMatch(of: /注册验证码 (\d{6})/)).1
        try await look(at: office, as: "outbox")
        try await citizen.fill(.field("验证码"), with: String(code))
        try await citizen.fill(.field("设置密码"), with: Self.password)
        try await citizen.fill(.field("再输一次密码"), with: Self.password)
        try await citizen.press(.button("注册并登录"))
        try await citizen.see("注册成功")
        try await citizen.press(.button("退出登录"))
        try await citizen.fill(.field("手机号"), with: Self.mobile)
        try await citizen.fill(.field("密码"), with: Self.password)
        try await citizen.press(.button("登录"))
        try await citizen.see("我的办件")
        try await look(at: citizen, as: "own-empty")
        try await citizen.press(.button("密码与登录设备"))
        try await look(at: citizen, as: "security")
    }

    func theRealNameIsGiven() async throws {
        try await citizen.open("/me")
        try await citizen.press(.link("登记实名信息"))
        try await look(at: citizen, as: "real-name")
        try await citizen.fill(.field("姓名"), with: "张三丰")
        try await citizen.fill(.field("身份证号"), with: "11010519491231002X")
        try await citizen.press(.button("登记"))
        try await citizen.see("张*丰")
    }

    func anApplicationIsFilledInAlready() async throws {
        try await begin(for: nil)
        try await citizen.see("已用账号信息和上次的申请填好一部分")
        let draft = try await citizen.path
        try await look(at: citizen, as: "own-draft")
        try await citizen.press(.link("申请人信息"))
        #expect(try await citizen.find(.field("姓名")).value == "张三丰")
        #expect(try await citizen.find(.field("手机号")).value == Self.mobile)
        try await citizen.press(.button("保存并继续"))
        try await finish(draft, isFilled: false)
        let number = try await citizen.find(.answer(to: "办件编号")).text
        try await look(at: citizen, as: "own-receipt")
        try await citizen.press(.link("我的"))
        #expect(try await citizen.find(.row(number)).text.contains("办理中"))
        try await look(at: citizen, as: "own")
        try await citizen.open("/me/cases/\(number)")
        try await look(at: citizen, as: "own-case")
        try await citizen.press(.link("撤回这项申请"))
        try await citizen.fill(.field("撤回原因"), with: "选址有变")
        try await citizen.press(.button("确认撤回"))
        try await citizen.see("申请已撤回")
    }

    func aFirmSendsItsLetter() async throws {
        try await citizen.open("/me")
        try await citizen.press(.button("申请代单位办理"))
        try await citizen.fill(.field("单位名称"), with: Self.firm.name)
        try await citizen.fill(.field("统一社会信用代码"), with: "52511602MJ00000181")
        try await citizen.paste("2027-03-01", into: .field("委托期限至"))
        let letter = try house.write("授权委托书.pdf", Array("%PDF-1.4\n%演示\n".utf8))
        try await citizen.find(.css("input[name=letter]")).type(letter)
        try await citizen.press(.button("提交"))
        try await citizen.see("校验位应为 0")
        _ = try await citizen.complaints()
        try await look(at: citizen, as: "firms-faulty")
        try await citizen.fill(.field("统一社会信用代码"), with: Self.firm.code)
        try await citizen.find(.css("input[name=letter]")).type(letter)
        try await citizen.press(.button("提交"))
        try await citizen.see("等待窗口或者单位管理员确认")
        try await look(at: citizen, as: "firms-asked")
    }

    func theClerkConfirms() async throws {
        try await signIn("sp-chuangkou", on: "/mandates")
        try await office.see(Self.firm.name)
        try await look(at: office, as: "mandates")
        try await office.press(.button("确认代理"))
        try await office.see("已确认代理")
        try await look(at: office, as: "mandates-empty")
    }

    func theAgentAppliesForTheFirm() async throws -> String {
        try await begin(for: Self.firm.name)
        let draft = try await citizen.path
        try await citizen.press(.link("申请人信息"))
        #expect(try await citizen.find(.answer(to: "单位名称")).text == Self.firm.name)
        try await look(at: citizen, as: "firm-applicant")
        try await citizen.fill(.field("法定代表人"), with: "李四")
        try await citizen.fill(.field("联系手机号"), with: "13900000009")
        try await citizen.press(.button("保存并继续"))
        try await finish(draft, isFilled: true)
        try await citizen.see("以单位名义提交")
        try await look(at: citizen, as: "firm-receipt")
        let number = try await citizen.find(.answer(to: "办件编号")).text
        try await citizen.open("/me/firms")
        try await citizen.press(.link(Self.firm.name))
        try await citizen.see(number)
        try await look(at: citizen, as: "firm")
        return number
    }

    func theClerkSeesBoth(_ number: String) async throws {
        try await signIn("sp-chuangkou", on: "/desk/cases/\(number)")
        #expect(try await office.find(.answer(to: "代理人")).text.contains("受单位委托"))
        try await look(at: office, as: "case-with-agent")
    }

    func theFirmTakesItsWordBack(_ number: String) async throws {
        try await office.open("/mandates?code=\(Self.firm.code)")
        try await look(at: office, as: "mandates-of-the-firm")
        try await office.fill(.field("终止原因"), with: "单位来函取消委托")
        try await office.press(.button("终止代理"))
        try await office.see("代理已终止")
        for path in ["/me/cases/\(number)", "/me/cases/\(number)/withdraw"] {
            try await citizen.open(path)
            try await citizen.see("没有这个办件")
            _ = try await citizen.complaints()
        }
        try await look(at: citizen, as: "refused")
        try await citizen.open("/me/firms")
        #expect(try await citizen.find(.row(Self.firm.code)).text.contains("已终止"))
        try await citizen.open("/items/\(Self.item)/apply")
        #expect(try await !citizen.text.contains("以谁的名义申请"))
    }

    /// Begins an application, for a firm if one is named.
    private func begin(for firm: String?) async throws {
        try await citizen.open("/items/\(Self.item)/apply")
        if let firm {
            try await look(at: citizen, as: "apply-for-whom")
            try await citizen.choose(firm)
        }
        try await citizen.press(.button("开始填写"))
    }

    private func finish(_ draft: String, isFilled: Bool) async throws {
        try await citizen.open("\(draft)/form")
        if isFilled {
            #expect(try await citizen.find(.field("场所名称")).value == "小面馆", "from the last application")
        } else {
            try await citizen.fill(.field("场所名称"), with: "小面馆")
            try await citizen.find(.field("场所类别")).type("其他")
            try await citizen.fill(.field("场所地址"), with: "广安区演示路 1 号")
            try await citizen.fill(.field("经营面积"), with: "86")
            try await citizen.fill(.field("卫生负责人"), with: "李四")
            try await citizen.fill(.field("联系电话"), with: "13900000000")
            try await citizen.choose("否")
            try await citizen.fill(.field("姓名"), with: "王五")
            try await citizen.fill(.field("岗位"), with: "服务员")
            try await citizen.choose("办理中")
        }
        try await citizen.press(.button("保存并继续"))
        let scan = try house.write("扫描件.pdf", Array("%PDF-1.4\n%演示\n".utf8))
        for material in 1...4 {
            try await citizen.open("\(draft)/materials/\(material)")
            try await citizen.find(.css("input[type=file]")).type(scan)
            try await citizen.press(.button("上传"))
        }
        try await citizen.open("\(draft)/review")
        try await citizen.choose("我对申请材料实质内容的真实性负责")
        try await citizen.press(.button("确认提交"))
    }

    func signIn(_ name: String, on path: String) async throws {
        try await office.dropCookies()
        try await office.open("/sign-in?from=\(path)")
        try await office.fill(.field("用户名"), with: name)
        try await office.fill(.field("密码"), with: "Hengjian-2026")
        try await office.press(.button("登录"))
    }

    /// Looks at a page on a wide and a narrow screen; nothing may be broken.
    func look(
        at window: BrowserWindow,
        as name: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let faults = try await album.look(at: window, as: name)
        #expect(faults.isEmpty, "\(name)", sourceLocation: sourceLocation)
    }
}
