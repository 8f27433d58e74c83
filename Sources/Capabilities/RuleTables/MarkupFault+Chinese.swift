package import Interchange

extension MarkupFault.Reason {
    /// What the file should be like and is not, in one sentence without its full stop.
    package var chinese: String {
        switch self {
        case .notWellFormed(let rule): "不是合格的 XML：\(MarkupFault.Reason.rules[rule] ?? rule)"
        case .truncated: "文件不完整，根元素没有结束"
        case .brokenEncoding: "编码错误，应为 UTF-8"
        case .foreignEncoding(let name): "编码应为 UTF-8，实为“\(name)”"
        case .documentType: "含有文档类型声明（DOCTYPE），可能展开实体或者引用外部内容，不予读取"
        case .entity: "引用了未知的实体"
        case .unboundPrefix: "前缀没有对应的命名空间"
        case .tooLarge(let limit): "文件应不超过 \(limit >> 20) MB"
        case .tooDeep(let limit): "元素嵌套应不超过 \(limit) 层"
        case .tooManyElements(let limit): "元素应不超过 \(limit) 个"
        case .tooManyAttributes(let limit): "一个元素的属性应不超过 \(limit) 个"
        case .tooLong(let limit): "名称或者属性值应不超过 \(limit) 字节"
        }
    }

    /// The rules that expat names, as far as files break them.
    private static let rules = [
        "mismatched tag": "标签不配对", "duplicate attribute": "属性重复", "syntax error": "语法错误",
        "not well-formed (invalid token)": "有不允许的字符或者写法", "junk after document element": "根元素之后还有内容",
        "reference to invalid character number": "引用了不允许的字符", "XML declaration not well-formed": "文件头不合规定",
        "XML or text declaration not at start of entity": "文件头不在开头",
    ]
}
