import Browser
import TestSupport
import Testing

/// Chapter 2: from the notice to the payment.
extension Enforcement {
    func thePartyIsToldAndKeepsItsTime() async throws {
        try await act("notice-notified", "已告知") {
            try await $0.write("opinion", "已送达告知书")
            try await $0.choose("way", "直接送达")
            try await $0.tick("paper0-period", "五个工作日")
            try await $0.write("paper0-contact", "演示承办人，0826-0000000，区住建局三楼")
        }
        try await agency.see("2026-03-17 起方可办理")
        try await look(as: "case-noticed")
        try await act("statement-waived", "逾期未提出") { try await $0.write("opinion", "当事人没有意见") }
        try await isRefused("行政处罚法§64", as: "case-too-early")
        try await house.setClock(to: "2026-03-11T10:00")
        try await agency.open(address)
        try await act("statement-hearingRequested", "要求听证") {
            try await $0.write("opinion", "当事人书面要求听证")
            try await $0.choose("ground", "听证")
            try await $0.write("expectedEnd", "2026-03-25")
            try await $0.write("explanation", "依法组织听证")
            try await $0.write("paper0-requestedOn", "2026-03-11")
            try await $0.write("paper1-heldAt", "2026-03-23T09:30")
            try await $0.write("paper1-place", "区住建局听证室")
            try await $0.write("paper1-chair", "演示主持人")
            try await $0.choose("paper1-openness", "公开举行")
        }
        try await agency.see("暂停计时")
    }

    func theHearingIsHeld() async throws {
        try await house.setClock(to: "2026-03-23T15:00")
        try await signIn("zj-zhuchi")
        try await look(as: "case-hearing")
        try await act("hearing-held", "已举行") {
            try await $0.write("opinion", "听证公开举行，笔录已核对")
            try await $0.write("paper0-began", "2026-03-23T09:30")
            try await $0.write("paper0-ended", "2026-03-23T11:00")
            try await $0.write("paper0-place", "区住建局听证室")
            try await $0.write("paper0-notifiedOn", "2026-03-11")
            try await $0.write("paper0-chair", "演示主持人")
            try await $0.write("paper0-clerk", "演示记录人")
            try await $0.write("paper0-attendants-0-0", "演示甲")
            try await $0.write("paper0-attendants-0-1", "当事人")
            try await $0.write("paper0-attendants-1-0", "演示乙")
            try await $0.write("paper0-claims", "出示现场检查笔录，建议罚款")
            try await $0.write("paper0-defence", "请求从轻处理")
            try await $0.choose("paper0-signing", "核对无误")
        }
        // A line of the table that is half filled is no line.
        try await isRefused("参加人：身份", at: "hearing-held-paper0-attendants", as: "case-hearing-refused")
        let form = OfficeForm(window: agency, prefix: "hearing-held")
        #expect(try await form.value("paper0-attendants-1-0") == "演示乙")
        try await form.write("paper0-attendants-1-1", "案件调查人员")
        try await agency.press(.button("确认：已举行"))
        try await agency.see("已办理：")
    }

    func nothingPassesTheLegalReviewThatIsWanting() async throws {
        try await signIn("zj-fazhi")
        try await act("legalReview-passed", "审核通过") {
            try await $0.write("opinion", "同意")
            for element in Self.elements {
                try await $0.tick("paper0-\(element)", element == "procedure" ? "不符合" : "符合")
            }
            try await $0.write("paper0-opinion", "程序有欠缺")
        }
        try await isRefused("“程序合法”为“不符合”", at: "legalReview-passed-paper0-procedure", as: "case-review-wanting")
        try await act("legalReview-passed", "审核通过") {
            try await $0.tick("paper0-procedure", "符合")
            try await $0.write("paper0-opinion", "十项均符合，同意")
        }
        try await agency.see("已办理：")
    }

    private static let elements = [
        "subject", "staff", "facts", "law", "discretion", "procedure", "power", "documents", "crime", "other",
    ]

    func theHeadsDiscussTogether() async throws {
        try await signIn("zj-shenhe")
        try await act("review-complex", "情节复杂或者重大") { try await $0.write("opinion", "提请集体讨论") }
        try await signIn("zj-pizhun")
        // The page says who is signed in, and marks that the name is invented.
        let account = try await agency.find(.css(".site-account span")).text
        let mark = try #require(account.firstRange(of: "（演示）"))
        let head = String(account[..<mark.upperBound])
        let form = OfficeForm(window: agency, prefix: "discuss-discussed")
        try await form.open()
        try await form.write("opinion", "一致同意")
        // Who needs more lines than there are is given more, and loses nothing.
        try await agency.press(.button("增加表格行"))
        #expect(try await form.value("opinion") == "一致同意")
        try await form.write("paper0-heldAt", "2026-03-23T15:00")
        try await form.write("paper0-place", "区住建局会议室")
        try await form.write("paper0-chair", "演示成员2")
        #expect(try await form.value("paper0-report").contains("罚款人民币120,000.00元"))
        for line in 0..<6 {
            let name = line == 0 ? head : "演示成员\(line + 1)"
            try await form.write("paper0-members-\(line)-0", name)
            try await form.write("paper0-members-\(line)-1", line == 0 ? "局长" : "副局长")
            try await form.write("paper0-opinions-\(line)-0", name)
            try await form.write("paper0-opinions-\(line)-1", line == 0 ? "局长" : "副局长")
            try await form.write("paper0-opinions-\(line)-2", "同意")
        }
        try await form.write("paper0-conclusion", "同意处罚建议")
        try await agency.press(.button("确认：形成意见"))
        try await isRefused("集体讨论应由本机关负责人主持", at: "discuss-discussed-paper0-chair", as: "case-chair-refused")
        try await form.write("paper0-chair", head)
        try await look(as: "case-discussing")
        try await agency.press(.button("确认：形成意见"))
        try await agency.see("已办理：")
    }

    func nothingHeavierIsImposedThanWasTold() async throws {
        try await act("decide-imposed", "予以处罚") {
            #expect(try await $0.value("amount-0") == "120000.00", "the decision begins with what was told")
            #expect(try await $0.value("reasons").contains(Self.facts))
            try await $0.write("opinion", "同意处罚")
            try await $0.write("amount-0", "150000")
        }
        try await isRefused("行政处罚法§45", at: "decide-imposed-amount-0", as: "case-heavier")
        try await act("decide-imposed", "予以处罚") { try await $0.write("amount-0", "110000") }
        try await agency.see("行政处罚决定书")
        try await look(as: "case-imposed")
    }

    /// Who approves corrects a slip of the pen, and cannot lower a fine by it.
    func aSlipIsCorrectedAndThePenaltyIsNot() async throws {
        try await act("correct", "更正决定") {
            #expect(try await $0.value("content").hasPrefix("罚款人民币110,000.00元"))
            try await $0.write("content", "罚款人民币10,000.00元。自收到本决定书之日起十五日内缴纳")
            try await $0.write("reasons", "原决定书的缴款方式有笔误，予以更正")
        }
        try await isRefused("行政处罚法§75", at: "correct-content", as: "case-correction-refused")
        try await act("correct", "更正决定") {
            try await $0.write("content", "罚款人民币110,000.00元。自收到本决定书之日起十五日内到指定银行缴纳")
        }
        try await agency.see("已办理：更正决定")
    }

    func theDecisionIsADocument() async throws {
        try await agency.wait("the decision's document", within: .seconds(30)) {
            try await agency.reload()
            return try await agency.has(.link("行政处罚决定书"))
        }
        let address = try await agency.find(.link("行政处罚决定书")).attribute("href")
        let document = try await agency.download(try #require(address))
        #expect(document.status == 200 && document.type == "application/pdf")
        let printed = try Printed(document.bytes)
        for words in ["行政处罚决定书", "演示燃气有限公司", "110,000.00", "〔2026〕"] {
            #expect(printed.text.contains(words), "\(words) in \(printed.text.prefix(600))")
        }
    }

    func theDecisionIsServedAndTheFinePaid() async throws {
        try await signIn("zj-chengban1")
        try await act("serve-served", "已送达") {
            try await $0.write("opinion", "当面送达")
            try await $0.choose("way", "直接送达")
        }
        try await house.setClock(to: "2026-04-09T10:00")
        try await agency.open(address)
        try await act("pay-paid", "已缴纳") {
            #expect(try await $0.value("amount") == "110000.00")
            try await $0.write("opinion", "罚款已缴")
            try await $0.write("amount", "100")
            try await $0.write("receipt", "演示票据 1 号")
        }
        try await isRefused("行政处罚法§66", at: "pay-paid-amount", as: "case-paid-short")
        try await act("pay-paid", "已缴纳") { try await $0.write("amount", "110000") }
        // Fifteen days after the service of 23 March end on 7 April; two days at three percent.
        try await agency.see("6,600.00")
        try await look(as: "case-paid")
    }
}
