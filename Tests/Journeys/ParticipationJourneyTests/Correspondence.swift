import Browser
import Testing

/// The people of the story: a citizen at home, and the computer at the agency.
struct Correspondence {
    let house: RunningHouse
    let album: Album
    let citizen: BrowserWindow
    let agency: BrowserWindow

    /// What is written down from a receipt.
    struct Receipt: Hashable, Sendable {
        let number: String
        let queryCode: String
    }

    static let item = "511A0015500009-511602000000-000-115113016823646795-1-00"

    func aCitizenAsksWithoutAName() async throws -> Receipt {
        try await house.setClock(to: "2026-03-09")
        try await citizen.open("/items/\(Self.item)")
        try await look(at: citizen, as: "item-with-letters")
        try await citizen.press(.button("咨询"))
        try await look(at: citizen, as: "letter-form")
        try await citizen.fill(.field("标题"), with: "短")
        try await citizen.press(.button("下一步：核对"))
        try await citizen.see("标题应为 4 至 60 个字")
        _ = try await citizen.complaints()
        try await look(at: citizen, as: "letter-form-faulty")
        try await citizen.fill(.field("标题"), with: "小面馆要不要办卫生许可")
        try await citizen.paste(
            "我想开一家小面馆，是否需要公共场所卫生许可？电话13900000000，房东李小四。",
            into: .field("内容")
        )
        try await citizen.press(.button("下一步：核对"))
        try await look(at: citizen, as: "letter-review")
        try await citizen.press(.button("提交"))
        try await look(at: citizen, as: "letter-receipt")
        let number = try await citizen.find(.answer(to: "来信编号")).text
        #expect(number == "511602-20260309-L0001")
        return Receipt(number: number, queryCode: try await citizen.find(.answer(to: "查询码")).text)
    }

    func theAgencyAnswers(_ receipt: Receipt) async throws {
        try await signIn("sp-chengban1")
        try await look(at: agency, as: "letters-of-the-agency")
        #expect(try await agency.find(.row(receipt.number)).text.contains("小面馆"))
        try await agency.press(.link(receipt.number))
        #expect(try await agency.find(.answer(to: "来信人")).text == "匿名")
        try await look(at: agency, as: "letter-at-the-agency")
        try await agency.paste("需要。面积、布局达到标准后在网上申请，二十个工作日内办结。", into: .field("答复"))
        try await agency.press(.button("确认：答复"))
        try await agency.see("已办理：答复")
    }

    func theCitizenIsSatisfied(_ receipt: Receipt) async throws {
        try await citizen.dropCookies()
        try await citizen.open("/follow")
        try await citizen.fill(.field("办件编号"), with: receipt.number)
        try await citizen.fill(.field("查询码"), with: receipt.queryCode.lowercased())
        try await citizen.press(.button("查询"))
        try await citizen.see("二十个工作日内办结")
        try await look(at: citizen, as: "letter-answered")
        try await citizen.press(.button("满意"))
        try await citizen.see("您评价：满意")
    }

    func theAnswerIsPublishedMasked(_ receipt: Receipt) async throws {
        try await agency.open("/correspondence/\(receipt.number)")
        try await agency.fill(.field("另外要隐去的词"), with: "李小四")
        try await agency.press(.button("预览公开内容"))
        try await look(at: agency, as: "letter-preview")
        try await agency.press(.button("确认公开"))
        try await agency.see("已公开")
        try await citizen.open("/letters?q=%E5%B0%8F%E9%9D%A2%E9%A6%86")
        try await look(at: citizen, as: "letters-published")
        try await citizen.press(.link("小面馆要不要办卫生许可"))
        try await look(at: citizen, as: "letter-published")
        let page = try await citizen.source
        for secret in ["李小四", "13900000000", receipt.number, receipt.queryCode] {
            #expect(!page.contains(secret), "\(secret) is not the public's")
        }
        #expect(try await citizen.text.contains("139****0000"))
    }

    func whoAsksTheSameIsShownTheAnswer() async throws {
        try await citizen.open("/letters/new?kind=question&item=\(Self.item)")
        try await citizen.fill(.field("标题"), with: "开小面馆要卫生许可吗")
        try await citizen.paste("请问开小面馆是否需要公共场所卫生许可？", into: .field("内容"))
        try await citizen.press(.button("下一步：核对"))
        try await citizen.see("先看看是不是已经有答案")
        try await look(at: citizen, as: "letter-review-similar")
    }

    /// An application is taken back, its handling rated badly; the rater is called back, and both sides are published.
    func aBadRatingIsAnswered() async throws {
        let receipt = try await anApplicationIsTakenBack()
        try await citizen.open("/follow/\(receipt.number)/\(receipt.queryCode)")
        try await citizen.press(.button("评价本办件"))
        try await look(at: citizen, as: "rating-form")
        for label in ["总体评价", "办事效率", "指南精确度", "便捷度", "平台操作性"] {
            try await citizen.find(.field(label)).type("1 星")
        }
        try await citizen.paste("跑了三趟，窗口的李小四态度不好。", into: .field("意见"))
        try await citizen.press(.button("提交评价"))
        try await citizen.see("您的评价：1 星，非常不满意")
        try await look(at: citizen, as: "case-rated")
        try await signIn("sp-pizhun", on: "/bad-ratings")
        try await look(at: agency, as: "bad-ratings")
        try await agency.paste("电话回访，情况属实。", into: .field("回访情况"))
        try await agency.press(.button("确认：已回访"))
        try await agency.paste("已改为一次性告知，并当面致歉。", into: .field("整改和答复"))
        try await agency.fill(.field("另外要隐去的词"), with: "李小四")
        try await look(at: agency, as: "bad-rating-called-back")
        try await agency.press(.button("确认：答复并公开"))
        try await agency.see("没有待整改的差评")
        try await look(at: agency, as: "bad-ratings-answered")
        try await citizen.open("/items/\(Self.item)")
        let text = try await citizen.text
        #expect(text.contains("窗口的※※态度不好") && text.contains("并当面致歉"))
        #expect(text.contains("平均 1.0 星"))
        try await look(at: citizen, as: "item-rated")
    }

    private func anApplicationIsTakenBack() async throws -> Receipt {
        try await citizen.open("/items/\(Self.item)")
        try await citizen.press(.button("在线申请"))
        try await citizen.press(.button("开始填写"))
        let draft = try await citizen.path
        try await citizen.press(.link("申请人信息"))
        try await citizen.fill(.field("姓名"), with: "张三")
        try await citizen.fill(.field("身份证号"), with: "11010519491231002X")
        try await citizen.fill(.field("手机号"), with: "13800000000")
        try await citizen.press(.button("保存并继续"))
        try await citizen.open("\(draft)/form")
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
        let number = try await citizen.find(.answer(to: "办件编号")).text
        let code = try await citizen.find(.answer(to: "查询码")).text
        try await citizen.open("/follow/\(number)/\(code)/withdraw")
        try await citizen.fill(.field("撤回原因"), with: "选址有变")
        try await citizen.press(.button("确认撤回"))
        return Receipt(number: number, queryCode: code)
    }

    /// Who handles cases does not see complaints; who answers for the office does.
    func aComplaintIsSeenByThoseWhoAnswerForTheOffice() async throws {
        try await citizen.open("/letters/new?kind=complaint&item=\(Self.item)")
        try await citizen.fill(.field("标题"), with: "窗口两次不收材料")
        try await citizen.paste("三月六日上午和下午都去了，窗口说系统坏了。", into: .field("内容"))
        try await citizen.press(.button("下一步：核对"))
        try await citizen.press(.button(try await citizen.has(.button("提交")) ? "提交" : "仍要提交"))
        let number = try await citizen.find(.answer(to: "来信编号")).text
        try await signIn("sp-chengban1")
        #expect(try await !agency.has(.row(number)))
        try await agency.open("/correspondence/\(number)")
        #expect(try await !agency.text.contains("窗口两次不收材料"))
        _ = try await agency.complaints()
        try await signIn("sp-pizhun")
        try await agency.press(.link(number))
        try await look(at: agency, as: "complaint-at-the-agency")
        try await agency.press(.button("确认：受理"))
        try await agency.see("办理中")
    }

    func signIn(_ name: String, on path: String = "/correspondence") async throws {
        try await agency.dropCookies()
        try await agency.open("/sign-in?from=\(path)")
        try await agency.fill(.field("用户名"), with: name)
        try await agency.fill(.field("密码"), with: "Hengjian-2026")
        try await agency.press(.button("登录"))
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
