/// The department that guides a kind of business (业务指导部门), two digits of national and Sichuan codes.
///
/// The list holds what published items show; the standard's own list is longer.
package struct GuidingDepartment: Hashable, Sendable {
    package let code: String

    package init(code: String) {
        self.code = code
    }

    /// The field it guides, or that it is not in our list.
    package var chinese: String { GuidingDepartment.names[code] ?? "未收录的部门" }

    private static let names: [String: String] = [
        "04": "发展改革", "05": "教育", "07": "工业和信息化", "09": "公安", "11": "民政", "12": "司法", "13": "财政",
        "14": "人力资源社会保障", "15": "自然资源", "16": "生态环境", "17": "住房城乡建设", "18": "交通运输", "19": "水利",
        "20": "农业农村", "22": "文化和旅游", "23": "卫生健康", "24": "退役军人事务", "25": "应急管理", "30": "税务",
        "31": "市场监督管理", "32": "广播电视", "33": "体育", "34": "统计", "36": "医疗保障", "59": "粮食和储备",
        "61": "退役军人事务（旧）", "62": "烟草", "64": "林业和草原", "68": "文物", "72": "药品监督管理", "82": "残疾人联合会",
    ]
}
