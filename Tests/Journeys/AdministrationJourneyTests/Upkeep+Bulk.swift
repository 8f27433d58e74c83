import Browser
import Testing

/// One act for many rows: chosen and rehearsed, watched, stopped, taken back.
extension Upkeep {
    func manyAreChosenAtOnce() async throws {
        try await signIn("mulu", on: "/administration/bulk")
        try await clerk.see("选择符合条件的全部")
        try await look(as: "bulk")
        try await clerk.press(.link("证件"))
        try await clerk.find(.css("#every")).click()
        try await clerk.find(.css("select[name=act] option[value=suspend]")).click()
        try await clerk.fill(.field("理由"), with: "集中核查")
        try await clerk.press(.button("逐行预览"))
        try await clerk.see("可以办理")
        try await look(as: "bulk-preview")
        try await clerk.press(.button("返回修改"))
        try await clerk.see("选择符合条件的全部")
        try await clerk.press(.link("岗位"))
        try await clerk.find(.css("#every")).click()
        try await clerk.find(.css("select[name=act] option[value=limitStay]")).click()
        try await clerk.fill(.field("最长任职（月）"), with: "36")
        try await clerk.fill(.field("理由"), with: "定期轮岗")
        try await look(as: "bulk-posts")
        try await clerk.press(.button("逐行预览"))
        try await clerk.see("可以办理")
    }

    /// So many rows that there is time to press the button.
    func aLongListIsStoppedAndTakenBack() async throws {
        let head = "姓名,单位,职务,执法证件名称,证号,执法类别,执法区域,发证机关,发证日期,有效期至,岗位,培训学时,公共法律成绩,专业法律成绩,考试日期"
        let rows = (1...4_000).map { number in
            "试导入\(number),区住建局,科员,行政执法证,99\(100_000 + number),行政许可,511602,演示省人民政府,"
                + "2026-03-01,2031-02-28,,80,85,90,2026-02-20"
        }
        let file = try house.write("人员.csv", Array(([head] + rows).joined(separator: "\n").utf8))
        try await signIn("fazhi", on: "/administration/exports")
        try await look(as: "exports")
        try await clerk.open("/administration/lists/officers")
        try await clerk.find(.css("input[type=file]")).type(file)
        try await clerk.press(.button("预览"))
        try await clerk.press(.button("确认导入"))
        try await clerk.see("实时更新中")
        try await clerk.wait("progress without loading the page again") {
            let words = try await clerk.find(.css("#run-state")).text
            return words.contains("共4000行") && !words.contains("已处理0行")
        }
        try await clerk.press(.button("停止"))
        try await clerk.see("已停止")
        // The rows left over may stand on a later page of the list.
        #expect(try await !clerk.find(.css("#run-state")).text.contains("已处理4000行"))
        try await look(as: "run-stopped")
        try await clerk.fill(.field("撤销理由"), with: "用错文件")
        try await clerk.press(.button("撤销"))
        try await clerk.wait("every row taken back", within: .seconds(60)) {
            try await clerk.find(.css("#run-state")).text.contains("已完成")
        }
        try await clerk.reload()
        #expect(try await clerk.has(.row("已撤销")))
        #expect(try await !clerk.has(.row("已办理")))
        try await look(as: "run-undone")
        try await clerk.open("/administration/runs")
        try await look(as: "runs")
    }
}
