/** What Word 365 puts on the clipboard, shortened in its styles: a heading, official numbering, a list, a table, a picture. */
export const fromWord = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal {margin:0cm; font-size:16.0pt; font-family:仿宋} @list l0:level1 {mso-level-number-format:bullet} --></style>
</head><body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<h1 align=center style='text-align:center'><span lang=EN-US style='font-family:"Times New Roman",serif'>2026</span><span style='font-family:方正小标宋'>年普查实施办法</span><span lang=EN-US><o:p></o:p></span></h1>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal style='text-indent:32.0pt'><b><span style='mso-bidi-font-family:宋体'>第一条</span></b><span style='mso-spacerun:yes'>  </span><span>为了规范普查工作，<del cite="mailto:x" datetime="2026-01-01T00:00">旧词</del><ins cite="mailto:x" datetime="2026-01-01T00:00">制定</ins>本办法。</span></p>
<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]><span>法人单位；</span></p>
<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]><span>个体经营户。</span></p>
<p class=MsoListParagraph style='margin-left:42.0pt;text-indent:-21.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>（一）<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]><span>登记；</span></p>
<p class=MsoListParagraph style='margin-left:42.0pt;text-indent:-21.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>（二）<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]><span>核查。</span></p>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0'><td width=180 colspan=2 style='width:135.0pt;border:solid windowtext 1.0pt'><p class=MsoNormal align=center style='text-align:center'><span style='font-weight:bold'>合计</span></p></td><td width=90><p class=MsoNormal>12<o:p></o:p></p></td></tr>
<tr style='mso-yfti-irow:1'><td width=90 rowspan=1><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></td><td width=90><p class=MsoNormal>城区</p></td><td width=90><p class=MsoNormal>7</p></td></tr></table>
<p class=MsoNormal><span lang=EN-US style='display:none;mso-hide:all'>隐藏的批示</span><a href="https://www.stats.gov.cn/"><span style='color:#0563C1;text-decoration:underline'>国家统计局网站</span></a>，<a href="file:///C:/本地.docx">本地文件</a></p>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="图片_1"><v:imagedata src="file:///C:/Temp/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=300 src="file:///C:/Temp/clip_image002.png" v:shapes="图片_1"><![endif]></p>
<p class=MsoNormal align=right style='text-align:right'><span lang=EN-US>2026</span>年3月2日</p>
<script>document.title = 'pasted'</script><img src=x onerror="document.title='pasted'">
<!--EndFragment--></body></html>`

/** What WPS puts on the clipboard: every run with its own fonts, numbers written into the paragraph, a list from 3 on. */
export const fromWps = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="Generator" content="Kingsoft WPS"></head>
<body><!--StartFragment--><p class="MsoNormal" align="center" style="text-align:center;"><span style="mso-spacerun:'yes';font-family:方正小标宋简体;font-size:22.0000pt;mso-font-kerning:1.0000pt;"><font face="方正小标宋简体">关于开展核查的通知</font></span><span style="mso-spacerun:'yes';font-family:宋体;"><o:p></o:p></span></p>
<p class="MsoNormal" style="text-indent:32.0000pt;mso-char-indent-count:2.0000;"><span style="mso-spacerun:'yes';font-family:仿宋_GB2312;font-size:16.0000pt;"><font face="仿宋_GB2312">　　各有关单位：请于</font><u>3月31日</u>前报送。</span></p>
<p class="MsoNormal" style="margin-left:21.0000pt;text-indent:-21.0000pt;mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="font-family:宋体;"><span style='mso-list:Ignore;'>1.<span>&nbsp;</span></span></span><![endif]><span style="mso-spacerun:'yes';">名录；</span></p>
<p class="MsoNormal" style="margin-left:21.0000pt;text-indent:-21.0000pt;mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="font-family:宋体;"><span style='mso-list:Ignore;'>2.<span>&nbsp;</span></span></span><![endif]><span style="mso-spacerun:'yes';">报表。</span></p>
<ol start="3"><li>自查；</li><li>抽查。</li></ol>
<p class="MsoNormal"><span style="mso-spacerun:'yes';font-weight:bold;">特此通知。</span></p><!--EndFragment--></body></html>`

/** What Excel puts on the clipboard: cells with merged ones. */
export const fromExcel = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15"></head><body>
<table border=0 cellpadding=0 cellspacing=0 width=261 style='border-collapse:
 collapse;width:195pt'>
<!--StartFragment-->
 <col width=87 span=3 style='width:65pt'>
 <tr height=21 style='height:16.0pt'>
  <td height=21 align=right width=87 style='height:16.0pt;width:65pt'>1</td>
  <td align=right width=87 style='width:65pt'>2</td>
  <td align=right width=87 style='width:65pt'>3</td>
 </tr>
 <tr height=21 style='height:16.0pt'>
  <td rowspan=2 height=42 class=xl63 style='height:32.0pt'>4</td>
  <td colspan=2 class=xl63>5</td>
 </tr>
 <tr height=21 style='height:16.0pt'>
  <td height=21 align=right style='height:16.0pt'>6</td>
  <td align=right>7</td>
 </tr>
<!--EndFragment-->
</table>
</body></html>`

/** The same with an empty cell, and one that holds a wide space. */
export const fromExcelWithGaps = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet><meta name=Generator content="Microsoft Excel 15"></head><body link=blue vlink=purple>
<table border=0 cellpadding=0 cellspacing=0 width=216 style='border-collapse:collapse;width:162pt'>
<!--StartFragment-->
 <col width=72 span=3>
 <tr height=19>
  <td height=19 width=72>项目</td>
  <td width=72>单位</td>
  <td width=72>数</td>
 </tr>
 <tr height=19>
  <td height=19>用水</td>
  <td></td>
  <td align=right>12</td>
 </tr>
 <tr height=19>
  <td height=19>合计</td>
  <td>　</td>
  <td align=right>12</td>
 </tr>
<!--EndFragment-->
</table>
</body></html>`

/** What the sheets of WPS put on it: the mark of what was copied stands inside the table. */
export const fromWpsSheet = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name="Generator" content="WPS Office ET"></head><body><table width="216"><!--StartFragment--><col width="72"><tr><td>项目</td><td></td><td>数</td></tr><tr><td>用水</td><td>万吨</td><td>12</td></tr><!--EndFragment--></table></body></html>`
