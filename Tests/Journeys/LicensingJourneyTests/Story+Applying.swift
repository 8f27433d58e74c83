import Browser
import Foundation
import Testing

/// Chapter 3: a citizen applies without an account.
extension Story {
    private static let identityNumber = "11010519491231002X"

    mutating func aCitizenApplies() async throws {
        try await citizen.open("/items/\(Self.license)")
        try await citizen.press(.button("在线申请"))
        try await look(at: citizen, as: "apply-start")
        try await citizen.press(.button("开始填写"))
        let draft = try await citizen.path
        try await look(at: citizen, as: "draft")

        try await theApplicantSaysWhoTheyAre()
        try await theFormIsFilled(draft)
        try await theDraftIsContinuedElsewhere(draft)
        try await theMaterialsAreHandedIn()
        try await theApplicationIsReviewedAndSent()
    }

    private func theApplicantSaysWhoTheyAre() async throws {
        try await citizen.press(.link("申请人信息"))
        // A number whose last character is wrong is said to be wrong, where it is written.
        try await citizen.fill(.field("姓名"), with: "张三")
        try await citizen.fill(.field("身份证号"), with: "110105194912310021")
        try await citizen.fill(.field("手机号"), with: "13800000000")
        try await citizen.press(.button("保存并继续"))
        #expect(try await citizen.text.contains("处需要更正"))
        #expect(try await citizen.find(.field("姓名")).value == "张三", "what was typed is kept")
        _ = try await citizen.complaints()
        try await look(at: citizen, as: "applicant-faulty")

        // Ten thousand characters are no name.
        try await citizen.paste(String(repeating: "长", count: 10_000), into: .field("姓名"))
        try await citizen.fill(.field("身份证号"), with: Self.identityNumber)
        try await citizen.press(.button("保存并继续"))
        #expect(try await citizen.text.contains("处需要更正"))
        _ = try await citizen.complaints()
        try await citizen.paste("张三", into: .field("姓名"))
        try await citizen.press(.button("保存并继续"))
    }

    private func theFormIsFilled(_ draft: String) async throws {
        try await citizen.open(draft)
        try await citizen.press(.link("申请表"))
        try await citizen.paste("🍜 小面馆 <b>二号店</b>", into: .field("场所名称"))
        try await citizen.press(.button("暂存"))
    }

    /// The link of the draft is all that is needed to go on.
    private func theDraftIsContinuedElsewhere(_ draft: String) async throws {
        try await citizen.dropCookies()
        try await citizen.open(draft)
        try await citizen.press(.link("申请表"))
        #expect(try await citizen.find(.field("场所名称")).value == "🍜 小面馆 <b>二号店</b>")
        try await citizen.find(.field("场所类别")).type("其他")
        try await citizen.fill(.field("场所地址"), with: "广安区演示路 1 号")
        try await citizen.fill(.field("经营面积"), with: "86")
        try await citizen.fill(.field("卫生负责人"), with: "李四")
        try await citizen.fill(.field("联系电话"), with: "13900000000")
        try await citizen.choose("否")
        try await citizen.fill(.field("姓名"), with: "王五")
        try await citizen.fill(.field("岗位"), with: "服务员")
        try await citizen.choose("办理中")
        try await look(at: citizen, as: "form")
        try await citizen.press(.button("保存并继续"))
        #expect(try await citizen.text.contains("还没有提交"))
    }

    private func theMaterialsAreHandedIn() async throws {
        let tooLarge = try house.write("过大.pdf", Array("%PDF-1.4\n".utf8) + [UInt8](repeating: 0x20, count: 21 << 20))
        let scan = try house.write("扫描件.pdf", Array("%PDF-1.4\n%演示\n".utf8))
        for (number, material) in ["申请人身份证明", "方位示意图", "检测或者评价报告", "卫生管理制度"].enumerated() {
            let list = try await citizen.path
            try await citizen.press(.link(material))
            if number == 0 {
                try await citizen.find(.css("input[type=file]")).type(tooLarge)
                try await citizen.press(.button("上传"))
                #expect(try await citizen.text.contains("20 MB"))
                _ = try await citizen.complaints()
                try await look(at: citizen, as: "upload-over-limit")
                try await citizen.open(list)
                try await citizen.press(.link(material))
            }
            try await citizen.find(.css("input[type=file]")).type(scan)
            try await citizen.press(.button("上传"))
            if number == 0 { try await look(at: citizen, as: "material") }
            try await citizen.open(list)
        }
        try await look(at: citizen, as: "draft-complete")
    }

    private mutating func theApplicationIsReviewedAndSent() async throws {
        try await citizen.press(.link("核对并提交"))
        let text = try await citizen.text
        #expect(text.contains("张三") && text.contains("🍜 小面馆 <b>二号店</b>") && text.contains("扫描件.pdf"))
        try await look(at: citizen, as: "review")
        try await citizen.choose("我对申请材料实质内容的真实性负责")
        try await citizen.press(.button("确认提交"))
        let number = try await citizen.find(.answer(to: "办件编号")).text
        let queryCode = try await citizen.find(.answer(to: "查询码")).text
        #expect(number.hasPrefix("511602-20260307-") || number.hasPrefix("511602-202603"))
        receipt = Receipt(number: number, queryCode: queryCode)
        try await look(at: citizen, as: "receipt")

        // The form is sent once more, as a browser does that goes back: there is one case, and one receipt.
        try await citizen.goBack()
        if try await citizen.has(.button("确认提交")) {
            try await citizen.press(.button("确认提交"))
        } else {
            try await citizen.reload()
        }
        #expect(try await citizen.find(.answer(to: "办件编号")).text == number)
        _ = try await citizen.complaints()
    }

    func theCitizenFollowsTheCase() async throws {
        let receipt = try #require(receipt)
        try await citizen.dropCookies()
        try await citizen.open("/follow")
        try await citizen.fill(.field("办件编号"), with: receipt.number)
        try await citizen.fill(.field("查询码"), with: "AAAA-AAAA")
        try await citizen.press(.button("查询"))
        #expect(try await !citizen.text.contains("公共场所卫生许可"), "a wrong code opens nothing")
        _ = try await citizen.complaints()
        try await citizen.fill(.field("办件编号"), with: receipt.number)
        try await citizen.fill(.field("查询码"), with: receipt.queryCode.lowercased())
        try await citizen.press(.button("查询"))
        try await citizen.see("公共场所卫生许可新办审批")
        try await look(at: citizen, as: "follow")
    }
}
