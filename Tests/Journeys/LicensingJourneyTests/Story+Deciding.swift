import Browser
import TestSupport
import Testing

/// Chapter 4: officers take the case to its decision, each what belongs to their post; the public sees it masked.
extension Story {
    private var caseAddress: String { "/desk/cases/\(receipt?.number ?? "")" }

    func theApplicantIsAskedOnceForWhatIsMissing() async throws {
        let number = try #require(receipt).number
        try await signIn("sp-chuangkou")
        let line = try await agency.find(.row(number)).text
        #expect(line.contains("公共场所卫生许可新办审批") && line.contains("张三"))
        #expect(line.contains("工作日"), "the line says how long there is: \(line)")
        try await look(at: agency, as: "inbox")

        try await agency.press(.link(number))
        try await act("receive-registered", "登记") { try await $0.write("opinion", "材料已收，登记") }
        // What is missing is asked for at once, and only once.
        try await act("accept-correctionNeeded", "一次性告知补正") {
            try await $0.write("opinion", "卫生检测报告不完整")
            try await $0.choose("kind-2", "有误")
            try await $0.write("text-2", "请补充空气质量检测页")
        }
        #expect(try await agency.text.contains("补正告知书"))
        try await look(at: agency, as: "case-correction")
        try await theCitizenSupplements()
    }

    private func theCitizenSupplements() async throws {
        try await citizen.reload()
        try await citizen.see("请补充空气质量检测页")
        try await look(at: citizen, as: "follow-correction")
        try await citizen.press(.link("去补正"))
        let scan = try house.write("检测报告补充页.pdf", Array("%PDF-1.4\n%演示补正\n".utf8))
        try await citizen.find(.css("input[type=file]")).type(scan)
        try await citizen.choose("这一项已按要求补正")
        try await look(at: citizen, as: "supplement")
        try await citizen.press(.button("提交补正"))
        try await citizen.see("补正材料已提交")
    }

    func theCaseIsAcceptedAndItsClockSuspended() async throws {
        try await agency.open(caseAddress)
        try await act("acceptCorrected-accepted", "受理") { try await $0.write("opinion", "补正材料齐全，予以受理") }
        #expect(try await agency.text.contains("受理通知书"))
        try await signIn("sp-chengban1", on: caseAddress)
        try await act("suspend", "暂停计时") {
            try await $0.choose("ground", "检测")
            try await $0.write("expectedEnd", "2026-03-20")
            try await $0.write("explanation", "委托疾控机构复测空气质量")
        }
        try await agency.see("特别程序时间告知书")
        try await look(at: agency, as: "case-suspended")
    }

    func theClockRunsOnAndADecisionIsProposed() async throws {
        try await house.setClock(to: "2026-03-18")
        try await agency.open(caseAddress)
        try await act("resume", "恢复计时") { try await $0.write("note", "检测报告已收到，各项合格") }
        // Every day is accounted for: those of the suspension are not counted, with the article.
        #expect(try await agency.source.contains("行政许可法§45"))
        try await act("examine-proposed", "提出拟办意见") { try await $0.write("opinion", "符合法定条件，拟准予许可") }
    }

    func anotherPersonDecidesAndTheDecisionIsServed() async throws {
        try await signIn("sp-shenhe", on: caseAddress)
        try await act("review-agreed", "审核通过") { try await $0.write("opinion", "同意拟办意见") }
        try await signIn("sp-pizhun", on: caseAddress)
        // A refusal without reasons is none; what was typed stays.
        try await act("decide-refused", "不予") {
            try await $0.write("opinion", "不同意")
            try await $0.write("content", "不予许可")
            try await $0.write("reasons", "不行")
        }
        #expect(try await agency.text.contains("行政许可法§38"))
        #expect(try await agency.find(.css("#decide-refused-content")).value == "不予许可")
        _ = try await agency.complaints()
        try await look(at: agency, as: "case-refusal-without-reasons")
        try await agency.open(caseAddress)
        try await act("decide-granted", "准予") {
            try await $0.write("opinion", "同意")
            try await $0.write("content", "准予从事公共场所经营活动")
            try await $0.write("validFrom", "2026-03-18")
            try await $0.write("validThrough", "2030-03-17")
        }
        try await agency.see("准予行政许可决定书")
        try await look(at: agency, as: "case-decided")

        try await signIn("sp-chuangkou", on: caseAddress)
        try await act("permit-made", "证件制成") { try await $0.write("opinion", "已制证") }
        try await act("serve-served", "已送达") {
            try await $0.write("opinion", "当面送达")
            try await $0.choose("way", "直接送达")
            try await $0.write("servedOn", "2026-03-18")
            try await $0.write("note", "本人签收")
        }
        try await act("publish-published", "已公开") { try await $0.write("opinion", "已公开") }
    }

    func theDecisionIsADocumentThatAnyoneCanCheck() async throws {
        try await agency.open(caseAddress)
        try await agency.wait("the decision's document", within: .seconds(30)) {
            try await agency.reload()
            return try await agency.has(.link("准予行政许可决定书"))
        }
        let address = try await agency.find(.link("准予行政许可决定书")).attribute("href")
        let document = try await agency.download(try #require(address))
        #expect(document.status == 200 && document.type == "application/pdf")
        let printed = try Printed(document.bytes)
        for words in ["准予行政许可决定书", "张三", "〔2026〕", "行政复议", "六个月"] {
            #expect(printed.text.contains(words), "\(words) in \(printed.text.prefix(600))")
        }
    }

    func theDecisionIsPublishedMasked() async throws {
        try await citizen.dropCookies()
        try await citizen.open("/decisions")
        let number = try #require(receipt).number
        try await citizen.see("公共场所卫生许可新办审批")
        try await look(at: citizen, as: "decisions")
        try await citizen.press(.link("〔2026〕"))
        let page = try await citizen.source
        try await look(at: citizen, as: "decision")
        for secret in ["张三", "11010519491231002X", "13800000000", number] {
            #expect(!page.contains(secret), "\(secret) is not the public's")
        }
        #expect(try await citizen.text.contains("张某"))
    }
}

extension Story {
    /// Signs in at the agency's computer as somebody else, and goes to a page.
    func signIn(_ name: String, on path: String = "/desk") async throws {
        try await agency.dropCookies()
        try await agency.open("/sign-in?from=\(path)")
        try await agency.fill(.field("用户名"), with: name)
        try await agency.fill(.field("密码"), with: "Hengjian-2026")
        try await agency.press(.button("登录"))
    }

    /// Opens one form of the case page, fills it, and sends it.
    func act(_ form: String, _ label: String, _ fill: (_ form: OfficeForm) async throws -> Void) async throws {
        let form = OfficeForm(window: agency, prefix: form)
        try await form.open()
        try await fill(form)
        try await agency.press(.button("确认：\(label)"))
    }
}
